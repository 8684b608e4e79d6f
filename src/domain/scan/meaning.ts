import type { Gs1Element } from '../../gs1/index.ts'
import type { Clause, Said } from '../../i18n/clause.ts'
import { inEnglish } from '../../i18n/english.ts'
import type { Fact } from '../fact.ts'
import { visibleText } from './visible-text.ts'

/** The commands that stand on a sheet of barcodes, so that no hand has to go to the keyboard. */
export const commandNames = [
  'done',
  'undo',
  'next',
  'cancel',
  'confirm',
  'repeat',
  'help',
  'quantity',
] as const
export type CommandName = (typeof commandNames)[number]

/** What the GS1 elements of a code name, as far as they do. */
export interface Gs1Names {
  readonly elements: readonly Gs1Element[]
  /** Of 14 digits. */
  readonly gtin?: string | undefined
  readonly serial?: string | undefined
  readonly lot?: string | undefined
  readonly sscc?: string | undefined
  /** Global location number, of a place or a party. */
  readonly gln?: string | undefined
  /** Global individual or returnable asset identifier. */
  readonly asset?: string | undefined
  /** Number of a purchase order. */
  readonly order?: string | undefined
}

/** One thing that a code can mean by itself, whatever a company has. */
export interface Meaning {
  readonly kind: 'command' | 'gs1' | 'identifier' | 'link' | 'person' | 'text'
  /** Name of the identifier where it is one: `imei`, `vin`, `mac` … */
  readonly type: string | null
  /** What it is and why it is thought to be that, in English and as said. */
  readonly title: string
  readonly why: string
  readonly said: { readonly title: Said; readonly why: Said }
  /** From 0 to 1, before it is known what the company has. */
  readonly confidence: number
  readonly facts: readonly Fact[]
  /** Spellings under which a company may have it. */
  readonly numbers: readonly string[]
  readonly gs1?: Gs1Names
  readonly run?: { readonly name: CommandName; readonly quantity: number | null }
  /** Code on a person's badge. */
  readonly badge?: string
}

/** Why a code is not right, though it begins like GS1 data. */
export interface ScanProblem {
  readonly code: string
  /** Offset in the code as it was understood. */
  readonly position: number
  readonly message: string
  readonly said: Clause
}

/** What a code says by itself. */
export interface ScanReading {
  /** As it was understood: separators as GS, without what the scanner put around it. */
  readonly code: string
  /** The data of the symbol, without the AIM identifier. */
  readonly data: string
  readonly symbology: string | null
  readonly problem: ScanProblem | null
  /** The likeliest first. */
  readonly meanings: readonly Meaning[]
}

/** What is known of a meaning when it is made. */
type Told = Pick<Meaning, 'confidence' | 'kind'> & {
  readonly title: Said
  readonly why: Said
} & Partial<Omit<Meaning, 'said' | 'title' | 'why'>>

/** A meaning with the usual gaps filled. */
export const meaning = ({ title, why, ...told }: Told): Meaning => ({
  type: null,
  facts: [],
  numbers: [],
  ...told,
  ...worded(title, why),
})

/** A title and a reason, in English and as said, with data as it can be shown. */
export function worded(title: Said, why: Said): Pick<Meaning, 'said' | 'title' | 'why'> {
  const said = { title: visible(title), why: visible(why) }
  return { title: inEnglish(said.title), why: inEnglish(said.why), said }
}

function visible(said: Said): Said {
  if (typeof said === 'string') return visibleText(said)
  if (typeof said !== 'object' || said === null) return said
  if ('join' in said) return { ...said, parts: said.parts.map(visible) }
  const values = Object.entries(said.values).map(([name, value]) => [name, visible(value)])
  return { ...said, values: Object.fromEntries(values) as Clause['values'] }
}
