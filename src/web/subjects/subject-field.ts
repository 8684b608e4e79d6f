import type { Subject } from '../../client/web-client.ts'

/** One property of an item, location … as a form asks for it. */
export interface SubjectField {
  /** Name of the property. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** `codes` is a list of codes, `lines` items with how many of each. */
  readonly as:
    | 'text'
    | 'long'
    | 'number'
    | 'day'
    | 'choice'
    | 'several'
    | 'codes'
    | 'lines'
    | Subject['kind']
  /** Seldom asked for: stands in the part of the form that is opened when it is wanted. */
  readonly isRare?: true
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
  if (as === 'lines') {
    return (value as readonly Line[]).map(({ item, quantity }) => `${quantity} ${item}`).join('\n')
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** What was typed as it is kept; nothing takes the value away. */
export function valueOf({ as }: Pick<SubjectField, 'as'>, text: string): unknown {
  if (text.trim() === '') return null
  if (as === 'number') return Number(text)
  if (as === 'day') return Date.parse(text)
  if (as === 'codes' || as === 'several') return parts(text, ',')
  if (as === 'lines') return parts(text, '\n').map(lineOf)
  return text.trim()
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
