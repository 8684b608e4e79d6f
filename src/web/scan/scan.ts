import type { ScanMeaning } from './resolve.ts'

/** A scan with what it means, the likeliest meaning first. */
export interface Scan {
  /** The code as it was understood. */
  readonly code: string
  readonly meaning: ScanMeaning
}

/** What a page does with a scan; `false` leaves it to whoever else is there, or opens it. */
export type ScanHandler = (scan: Scan) => Promise<boolean | void> | boolean | void
