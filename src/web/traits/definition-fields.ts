import { traitBearers, traitTypes } from '../../domain/subject-words.ts'
import type { SubjectField } from '../subjects/subject-field.ts'
import type { useText } from '../texts/texts.ts'

type Text = ReturnType<typeof useText<'traits'>>
type Values = Readonly<Record<string, string>>

const isNumber = ({ type }: Values) => type === 'number'

/** What a trait is asked for, besides its code. */
export const definitionFields = (t: Text): readonly SubjectField[] => [
  { name: 'name', label: t('name'), hint: t('nameHint'), as: 'text' },
  {
    name: 'type',
    label: t('type'),
    as: 'choice',
    none: t('types.text'),
    choices: traitTypes
      .filter((type) => type !== 'text')
      .map((value) => ({ value, label: t(`types.${value}`) })),
  },
  {
    name: 'choices',
    label: t('choices'),
    hint: t('choicesHint'),
    as: 'texts',
    when: ({ type }) => type === 'choice',
  },
  { name: 'measure', label: t('measure'), hint: t('measureHint'), as: 'text', when: isNumber },
  { name: 'decimals', label: t('decimals'), as: 'number', when: isNumber },
  { name: 'min', label: t('min'), as: 'number', when: isNumber },
  { name: 'max', label: t('max'), as: 'number', when: isNumber },
  {
    name: 'of',
    label: t('of'),
    hint: t('ofHint'),
    as: 'several',
    choices: traitBearers.map((value) => ({ value, label: t(`bearers.${value}`) })),
  },
  { name: 'description', label: t('description'), as: 'long' },
]
