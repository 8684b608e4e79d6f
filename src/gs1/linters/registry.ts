/** The linters of the GS1 Syntax Dictionary by their names in it. */

import type { Fault } from '../problem.ts'
import {
  cset39,
  cset64,
  cset82,
  csetnumeric,
  hasnondigit,
  hyphen,
  importeridx,
  pcenc,
} from './characters.ts'
import {
  iban,
  iso3166,
  iso3166999,
  iso3166alpha2,
  iso4217,
  mediatype,
  packagetype,
} from './code-lists.ts'
import { couponcode, couponposoffer } from './coupons.ts'
import { hh, hhmi, mi, ss, yymmd0, yymmdd, yyyymmd0, yyyymmdd } from './dates.ts'
import { csum, csumalpha, gcppos1, gcppos2 } from './keys.ts'
import {
  iso5218,
  latitude,
  longitude,
  nonzero,
  nozeroprefix,
  pieceoftotal,
  posinseqslash,
  winding,
  yesno,
  zero,
} from './numbers.ts'

/** Looks at one component of a value: null when it is right. */
export type Linter = (text: string) => Fault | null

export const linters = {
  couponcode,
  couponposoffer,
  cset39,
  cset64,
  cset82,
  csetnumeric,
  csum,
  csumalpha,
  gcppos1,
  gcppos2,
  hasnondigit,
  hh,
  hhmi,
  hyphen,
  iban,
  importeridx,
  iso3166,
  iso3166999,
  iso3166alpha2,
  iso4217,
  iso5218,
  latitude,
  longitude,
  mediatype,
  mi,
  nonzero,
  nozeroprefix,
  packagetype,
  pcenc,
  pieceoftotal,
  posinseqslash,
  ss,
  winding,
  yesno,
  yymmd0,
  yymmdd,
  yyyymmd0,
  yyyymmdd,
  zero,
} as const satisfies Record<string, Linter>

export type LinterName = keyof typeof linters
