import { serialFoldings } from '../../domain/identifier.ts'
import { unitKinds } from '../../domain/status.ts'
import {
  handlingRules,
  orderKinds,
  partyRoles,
  placeKinds,
  serialScopes,
  trackings,
} from '../../domain/subject-words.ts'
import type { useText } from '../texts/texts.ts'
import type { SubjectField } from './subject-field.ts'

type Text = ReturnType<typeof useText<'things'>>

const choices = <const Value extends string>(
  values: readonly Value[],
  name: (value: Value) => string,
) => values.map((value) => ({ value, label: name(value) }))

/** What an item is asked for, besides its SKU. */
export const itemFields = (t: Text): readonly SubjectField[] => [
  { name: 'name', label: t('name'), as: 'text' },
  { name: 'gtin', label: t('gtin'), hint: t('gtinHint'), as: 'text' },
  { name: 'category', label: t('category'), as: 'text' },
  {
    name: 'kind',
    label: t('unitKind'),
    hint: t('unitKindHint'),
    as: 'choice',
    choices: choices(unitKinds, (one) => t(`unitKinds.${one}`)),
  },
  { name: 'measure', label: t('measure'), hint: t('measureHint'), as: 'text' },
  { name: 'decimals', label: t('decimals'), hint: t('decimalsHint'), as: 'number' },
  { name: 'scheme', label: t('scheme'), hint: t('schemeHint'), as: 'text' },
  ...rareItemFields(t).map((field) => ({ ...field, isRare: true }) as const),
]

const rareItemFields = (t: Text): readonly SubjectField[] => [
  {
    name: 'tracking',
    label: t('tracking'),
    as: 'choice',
    choices: choices(trackings, (one) => t(`trackings.${one}`)),
  },
  {
    name: 'serialScope',
    label: t('serialScope'),
    as: 'choice',
    choices: choices(serialScopes, (one) => t(`serialScopes.${one}`)),
  },
  {
    name: 'serialFolding',
    label: t('serialFolding'),
    as: 'choice',
    choices: choices(serialFoldings, (one) => t(`serialFoldings.${one}`)),
  },
  { name: 'maker', label: t('maker'), as: 'party' },
  { name: 'supplier', label: t('supplier'), as: 'party' },
  {
    name: 'labelTemplate',
    label: t('labelTemplate'),
    hint: t('labelTemplateHint'),
    as: 'text',
  },
  {
    name: 'handling',
    label: t('handling'),
    as: 'several',
    choices: choices(handlingRules, (one) => t(`handlingRules.${one}`)),
  },
  { name: 'coldest', label: t('coldest'), as: 'number' },
  { name: 'warmest', label: t('warmest'), as: 'number' },
  {
    name: 'substitutes',
    label: t('substitutes'),
    hint: t('substitutesHint'),
    as: 'codes',
  },
  {
    name: 'components',
    label: t('components'),
    hint: t('componentsHint'),
    as: 'lines',
  },
  { name: 'shelfLifeDays', label: t('shelfLifeDays'), as: 'number' },
  { name: 'warrantyMonths', label: t('warrantyMonths'), as: 'number' },
  { name: 'description', label: t('description'), as: 'long' },
]

/** What a location is asked for, besides its code. */
export const locationFields = (t: Text): readonly SubjectField[] => [
  { name: 'name', label: t('name'), as: 'text' },
  {
    name: 'kind',
    label: t('placeKind'),
    as: 'choice',
    choices: choices(placeKinds, (one) => t(`placeKinds.${one}`)),
  },
  { name: 'parent', label: t('parent'), hint: t('parentHint'), as: 'location' },
  { name: 'gln', label: t('gln'), hint: t('glnHint'), as: 'text' },
]

/** What a party is asked for, besides its code. */
export const partyFields = (t: Text): readonly SubjectField[] => [
  { name: 'name', label: t('name'), as: 'text' },
  {
    name: 'roles',
    label: t('roles'),
    as: 'several',
    choices: choices(partyRoles, (one) => t(`partyRoles.${one}`)),
  },
  { name: 'location', label: t('partyLocation'), hint: t('partyLocationHint'), as: 'location' },
]

/** What an order is asked for, besides its number. */
export const orderFields = (t: Text): readonly SubjectField[] => [
  {
    name: 'kind',
    label: t('orderKind'),
    as: 'choice',
    choices: choices(orderKinds, (one) => t(`orderKinds.${one}`)),
  },
  { name: 'party', label: t('party'), as: 'party' },
  { name: 'due', label: t('due'), as: 'day' },
  { name: 'name', label: t('note'), as: 'text' },
]

/** What a lot is asked for, besides its number. */
export const lotFields = (t: Text): readonly SubjectField[] => [
  { name: 'expiry', label: t('expiry'), as: 'day' },
  { name: 'made', label: t('madeOn'), as: 'day' },
  { name: 'name', label: t('note'), as: 'text' },
]
