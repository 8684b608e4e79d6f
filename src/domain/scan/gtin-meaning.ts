import type { Catalogue } from '../../i18n/catalogue.ts'
import type { Clause } from '../../i18n/clause.ts'
import { say } from './say.ts'

/** What the first digits of a GTIN say (GS1 General Specifications, section 1.4). */
interface PrefixMeaning {
  readonly title: Clause
  readonly why: Clause
  /** Whether the number means the same everywhere. */
  readonly isGlobal: boolean
}

type Key<Table extends 'prefix' | 'prefixWhy'> = keyof Catalogue['scan'][Table]

const means = (title: Key<'prefix'>, why: Key<'prefixWhy'>, isGlobal = false): PrefixMeaning => ({
  title: say(`prefix.${title}`),
  why: say(`prefixWhy.${why}`),
  isGlobal,
})

const ranges: readonly (readonly [first: number, last: number, meaning: PrefixMeaning])[] = [
  [20, 29, means('restricted', 'region02')],
  [40, 49, means('restricted', 'company04')],
  [50, 59, means('coupon', 'coupon05')],
  [200, 299, means('restricted', 'region2')],
  [977, 977, means('issn', 'issn', true)],
  [978, 979, means('isbn', 'isbn', true)],
  [980, 980, means('refund', 'refund')],
  [981, 984, means('coupon', 'coupon981')],
  [990, 999, means('coupon', 'coupon99')],
]

/** What the prefix of a GTIN of 14 digits says of it; `null` for an ordinary one. */
export function prefixMeaning(gtin14: string): PrefixMeaning | null {
  if (gtin14.startsWith('000000')) {
    return /^000000[02]/.test(gtin14) ? means('restricted', 'gtin8') : null
  }
  const prefix = Number(gtin14.slice(1, 4))
  return ranges.find(([first, last]) => prefix >= first && prefix <= last)?.[2] ?? null
}

/** The spellings under which a GTIN of 14 digits stands in lists. */
export function gtinSpellings(gtin14: string): string[] {
  const short = gtin14.replace(/^0+/, '')
  const lengths = [14, 13, 12, 8].filter((length) => length >= short.length)
  return lengths.map((length) => gtin14.slice(14 - length))
}
