import type { WebClient } from '../../client/web-client.ts'
import type { ScanCandidate } from '../../contract/scan.ts'
import { ProblemError } from '../../contract/problem-error.ts'
import { readByLayout, readByPlace, readingsOf } from './decode.ts'
import type { KeyStroke } from './key-stroke.ts'
import { loadScannerProfile, type ScannerProfile } from './scanner-profile.ts'

/** The readings of key presses, the likeliest first, without what the scanner puts around codes. */
export function orderedReadings(
  strokes: readonly KeyStroke[],
  profile: ScannerProfile = loadScannerProfile(),
): string[] {
  const learnt = { place: readByPlace, layout: readByLayout }
  const known = profile.reading && learnt[profile.reading](strokes)
  const readings = known === undefined ? readingsOf(strokes) : [known]
  return readings.map((text) => withoutAffixes(text, profile)).filter((text) => text !== '')
}

function withoutAffixes(text: string, { prefix, suffix }: ScannerProfile): string {
  const start = prefix !== '' && text.startsWith(prefix) ? prefix.length : 0
  const end = suffix !== '' && text.endsWith(suffix) ? text.length - suffix.length : text.length
  return text.slice(start, Math.max(start, end))
}

/** What a scan means, as the operation `resolveScan` says it. */
export interface ScanMeaning {
  readonly code: string
  readonly symbology: string | null
  readonly problem: {
    readonly code: string
    readonly position: number
    readonly message: string
  } | null
  readonly candidates: readonly ScanCandidate[]
}

/** Asks what the readings of a scan mean; the one that is something wins over one that is not. */
export async function resolveReadings(
  client: WebClient,
  readings: readonly string[],
): Promise<{ code: string; meaning: ScanMeaning }> {
  const meanings = await Promise.all(readings.map((code) => meaningOf(client, code)))
  const meaning = meanings.reduce((best, one) => (worth(one) > worth(best) ? one : best))
  return { code: meaning.code, meaning }
}

/** What the company knows is worth most, then what keeps the rules of a standard. */
function worth({ candidates: [first], problem }: ScanMeaning): number {
  const standing = first?.known ? 2 : first?.kind === 'gs1' && problem === null ? 1 : 0
  return standing + (first?.confidence ?? 0)
}

async function meaningOf(client: WebClient, code: string): Promise<ScanMeaning> {
  const unit = await client.call('showUnit', { unit: code }).catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.status < 500) return null
    throw error
  })
  const ref = unit && { kind: 'unit', id: unit.id, code: unit.serial }
  const candidate: ScanCandidate = {
    kind: unit ? 'unit' : 'text',
    title: code,
    why: '',
    confidence: 1,
    known: unit !== null,
    ref,
    unit,
    facts: [],
    run: null,
    offers: [],
  }
  return { code, symbology: null, problem: null, candidates: [candidate] }
}
