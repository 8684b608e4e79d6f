import { serialType } from '../identifier.ts'
import type { SubjectData } from '../subject.ts'
import type { TraitType } from '../subject-words.ts'
import type { FieldDefinition, ValueType } from './field-definition.ts'
import { eventFields } from './event-fields.ts'
import { identifierField, identifierFields } from './identifier-fields.ts'
import { nearest } from './nearest.ts'
import { unitFields } from './unit-fields.ts'

const ownFields = { ...unitFields, ...eventFields } as const

/** Fields of the unit itself; a store answers for each of them. */
export type FieldName = keyof typeof ownFields

/** A field of the table, a trait by its name, or a type of identifier. */
export type FieldReference =
  | { readonly kind: 'field'; readonly name: FieldName }
  | { readonly kind: 'trait'; readonly name: string }
  | { readonly kind: 'identifier'; readonly name: string }

/** Every field by name. The one list that the parser, the box, the guide and the tests read. */
export const searchFields: Readonly<Record<string, FieldDefinition>> = {
  ...ownFields,
  ...identifierFields,
}

/** One row of the table of directives, which concern the whole search. */
export interface DirectiveDefinition {
  readonly aliases: readonly string[]
  readonly examples: readonly string[]
}

export const searchDirectives = {
  sort: {
    aliases: ['sort_by', 'order_by'],
    examples: ['sort:received', 'sort:-serial', 'sort:status,-received'],
  },
  group: {
    aliases: ['group_by', 'count_by'],
    examples: ['group:status', 'group:model,status', 'group:month(received)'],
  },
  at: {
    aliases: ['as_of'],
    examples: ['at:2013-07-01', 'at:last-month', 'at:2013-07-01T14:30'],
  },
} as const satisfies Record<string, DirectiveDefinition>
export type DirectiveName = keyof typeof searchDirectives

/** A trait as the company describes it; one that is not described is read in every way. */
export interface TraitDefinition {
  readonly name: string
  readonly type: 'text' | 'number' | 'moment' | 'day' | 'flag'
  /** Unit of measure of its numbers, such as `B` or `kg`. */
  readonly unit?: string
  /** What can be chosen, in order; units may have other values from before. */
  readonly choices?: readonly string[]
}

/** A field as one search uses it. */
export interface ResolvedField {
  readonly reference: FieldReference
  readonly type: ValueType
  /** What messages call it. */
  readonly name: string
  /** Null for a trait. */
  readonly definition: FieldDefinition | null
  /** Unit of measure of a described trait. */
  readonly unit: string | null
}

const traitReadings = {
  text: 'text',
  choice: 'text',
  number: 'number',
  yes_no: 'flag',
  date: 'day',
} as const satisfies Record<TraitType, ValueType>

/** A trait as a search understands it, from its definition. */
export function knownTrait(
  name: string,
  { type = 'text', measure, choices }: SubjectData['trait'],
): TraitDefinition {
  const isNumber = type === 'number' && measure !== undefined
  return {
    name,
    type: traitReadings[type],
    ...(isNumber && { unit: measure }),
    ...(type === 'choice' && choices && { choices }),
  }
}

const byName = new Map<string, string>()
for (const [name, { aliases }] of Object.entries(searchFields)) {
  for (const known of [name, ...aliases]) byName.set(known, name)
}

const directives = new Map<string, DirectiveName>()
for (const name of Object.keys(searchDirectives) as DirectiveName[]) {
  for (const known of [name, ...searchDirectives[name].aliases]) directives.set(known, name)
}

/** The directive that a written name stands for. */
export const directiveOf = (written: string): DirectiveName | undefined =>
  directives.get(foldName(written))

const foldName = (name: string): string => name.toLowerCase().replaceAll('-', '_')

const isOwn = (name: string): name is FieldName => Object.hasOwn(ownFields, name)

function resolveKnown(name: string): ResolvedField {
  const definition = searchFields[name]!
  const reference: FieldReference = isOwn(name)
    ? { kind: 'field', name }
    : { kind: 'identifier', name }
  return { reference, type: definition.type, name, definition, unit: null }
}

/** The trait of a name, which need not be described. */
export function resolveTrait(written: string, traits: readonly TraitDefinition[]): ResolvedField {
  const folded = written.toLowerCase()
  const known =
    traits.find(({ name }) => name === written) ??
    traits.find(({ name }) => name.toLowerCase() === folded)
  const name = known?.name ?? written
  return {
    reference: { kind: 'trait', name },
    type: known?.type ?? 'unknown',
    name,
    definition: null,
    unit: known?.unit ?? null,
  }
}

/** The type of identifier of a name, which need not be in the table. */
export function resolveIdentifier(written: string): ResolvedField {
  const name = foldName(written)
  if (name === serialType || searchFields[name]?.identifier) return resolveKnown(name)
  return {
    reference: { kind: 'identifier', name },
    type: 'text',
    name: `id.${name}`,
    definition: identifierField([], []),
    unit: null,
  }
}

/**
 * What a name without a prefix stands for: a field, else a trait. A string is the name of a
 * directive, or a known name that an unknown one is so close to that it must be a slip.
 */
export function resolveName(
  written: string,
  traits: readonly TraitDefinition[],
): ResolvedField | string {
  const folded = foldName(written)
  const known = byName.get(folded)
  if (known !== undefined) return resolveKnown(known)
  const directive = directives.get(folded)
  if (directive !== undefined) return directive
  const trait = resolveTrait(written, traits)
  if (trait.type !== 'unknown') return trait
  const names = [
    ...byName.keys(),
    ...directives.keys(),
    ...traits.map(({ name }) => name.toLowerCase()),
  ]
  return nearest(folded, names) ?? trait
}

const bareName = /^\p{L}[\p{L}\p{N}_-]*$/u
const prefixedName = /^[\p{L}\p{N}_-]+$/u

/** How a field is written, with a prefix only where another field would be meant without. */
export function formatFieldName(
  reference: FieldReference,
  traits: readonly TraitDefinition[] = [],
): string {
  const { kind, name } = reference
  if (kind === 'field') return name
  if (kind === 'identifier') return searchFields[name]?.identifier ? name : `id.${name}`
  if (!prefixedName.test(name)) return `trait."${name}"`
  const bare = bareName.test(name) ? resolveName(name, traits) : name
  const isMeant =
    typeof bare !== 'string' && bare.reference.kind === 'trait' && bare.reference.name === name
  return isMeant ? name : `trait.${name}`
}
