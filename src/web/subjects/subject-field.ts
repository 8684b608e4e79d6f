import type { Subject } from '../../client/web-client.ts'
import { fitValue, type TraitDefinition } from '../../domain/trait-definition.ts'

/** One property of an item, location … as a form asks for it. */
export interface SubjectField {
  /** Name of the property. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** `codes` is a list of codes, `texts` one a line, `lines` items with how many of each. */
  readonly as:
    | 'text'
    | 'long'
    | 'number'
    | 'day'
    | 'choice'
    | 'several'
    | 'codes'
    | 'texts'
    | 'lines'
    | Subject['kind']
  /** Seldom asked for: stands in the part of the form that is opened when it is wanted. */
  readonly isRare?: true
  /** Asked for only where the others say so, by what was typed into them. */
  readonly when?: (values: Readonly<Record<string, string>>) => boolean
  /** How a trait is defined; the field is the trait of this name, not a property. */
  readonly trait?: TraitDefinition
  /** What choosing nothing means, where that is more than not said. */
  readonly none?: string
  /** What can be chosen, where it is a choice. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
}

interface Line {
  readonly item: string
  readonly quantity: number
}

/** A value as its field shows it. */
export function textOf({ as }: Pick<SubjectField, 'as'>, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (as === 'day') return new Date(value as number).toISOString().slice(0, 10)
  if (as === 'codes' || as === 'several') return (value as readonly string[]).join(', ')
  if (as === 'texts') return (value as readonly string[]).join('\n')
  if (as === 'lines') {
    return (value as readonly Line[]).map(({ item, quantity }) => `${quantity} ${item}`).join('\n')
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** What was typed as it is kept; nothing takes the value away. */
export function valueOf({ as, trait }: Pick<SubjectField, 'as' | 'trait'>, text: string): unknown {
  if (text.trim() === '') return null
  if (trait) return fitValue(trait, text.trim()) ?? text.trim()
  if (as === 'texts') return parts(text, '\n')
  if (as === 'number') return Number(text)
  if (as === 'day') return Date.parse(text)
  if (as === 'codes' || as === 'several') return parts(text, ',')
  if (as === 'lines') return parts(text, '\n').map(lineOf)
  return text.trim()
}

type Data = Readonly<Record<string, unknown>>

/** The traits among the data of an item or a lot, by their names. */
export const traitsOf = (data: Data): Data => (data['traits'] as Data | undefined) ?? {}

/** What a subject says of what a field asks for. */
export const propertyOf = (data: Data, { name, trait }: SubjectField): unknown =>
  trait ? traitsOf(data)[name] : data[name]

/** The properties that were typed anew. Traits go together: what was not asked for stays. */
export function changedData(
  before: Data,
  fields: readonly SubjectField[],
  values: Readonly<Record<string, string>>,
): Data {
  const typed = (some: readonly SubjectField[]) =>
    some.map((field) => [field.name, valueOf(field, values[field.name]!)] as const)
  const own = Object.fromEntries(typed(fields.filter(({ trait }) => !trait)))
  const traits = typed(fields.filter(({ trait }) => trait))
  if (traits.length === 0) return own
  const all = Object.entries({ ...traitsOf(before), ...Object.fromEntries(traits) })
  return { ...own, traits: Object.fromEntries(all.filter(([, value]) => value !== null)) }
}

const parts = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `40 CELL-21700` is forty of it, and a code alone is one. */
function lineOf(text: string): Line {
  const [, quantity = '1', item = text] = /^(\d{1,9})\s*[×x]?\s+(.+)$/.exec(text) ?? []
  return { item, quantity: Number(quantity) }
}
