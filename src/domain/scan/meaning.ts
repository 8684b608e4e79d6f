import type { Gs1Element } from '../../gs1/index.ts'

/** A part of a code that was read, in words. */
export interface Fact {
  readonly name: string
  readonly value: string
}

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
  readonly title: string
  readonly why: string
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

/** A meaning with the usual gaps filled. */
export const meaning = (
  told: Pick<Meaning, 'confidence' | 'kind' | 'title' | 'why'> & Partial<Meaning>,
): Meaning => ({ type: null, facts: [], numbers: [], ...told })
