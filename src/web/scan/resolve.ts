import type { Outputs, WebClient } from '../../client/web-client.ts'
import { readByLayout, readByPlace, readingsOf } from './decode.ts'
import type { KeyStroke } from './key-stroke.ts'
import { loadScannerProfile, type ScannerProfile } from './scanner-profile.ts'

/** What a scan can mean, the likeliest first. */
export type ScanMeaning = Outputs['resolveScan']

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

/** Asks what the readings of a scan mean; the one that is something wins over one that is not. */
export async function resolveReadings(
  client: WebClient,
  readings: readonly string[],
  signal?: AbortSignal,
): Promise<ScanMeaning> {
  const asked = readings.map((code) => client.call('resolveScan', { code }, { signal }))
  const meanings = await Promise.all(asked)
  return meanings.reduce((best, one) => (worth(one) > worth(best) ? one : best))
}

/** What the company knows is worth most, then what keeps the rules of a standard. */
function worth({ candidates: [first], problem }: ScanMeaning): number {
  const standing = first?.known ? 2 : first?.kind === 'gs1' && problem === null ? 1 : 0
  return standing + (first?.confidence ?? 0)
}
