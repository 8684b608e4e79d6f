/**
 * How fast scans are parsed and checked, against a bare regular expression that only splits the
 * same strings. One core.
 *
 *   node bench/gs1.ts
 */

import { readFileSync } from 'node:fs'
import { parseScan } from '../src/gs1/index.ts'

const SCANS = 1_000_000

interface OracleCase {
  readonly kind: string
  readonly input: string
  readonly scanDataDM?: string
}

/** Every valid message of the reference engine's cases as scan data, over and over. */
function scans(): string[] {
  const file = new URL('../test/vectors/gs1-syntax/oracle-A.json', import.meta.url)
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: OracleCase[] }
  const inputs = cases
    .flatMap(({ kind, input, scanDataDM }) => (kind === 'scanData' ? input : (scanDataDM ?? [])))
    .filter((input) => parseScan(input).ok)
  return Array.from({ length: SCANS }, (_, index) => inputs[index % inputs.length]!)
}

/** Shelf reality: GTIN, expiry, lot and serial in a GS1 DataMatrix, all different. */
function labels(): string[] {
  return Array.from({ length: SCANS }, (_, index) => {
    const serial = index.toString(36).toUpperCase().padStart(8, '0')
    return `]d201095060001343521730123110LOT${index % 1000}\u001d21${serial}`
  })
}

/** Splits fixed and variable fields, without any check: what a hand-written parser would do. */
const bare = /(01|17)(\d{6,14})|(\d{2,4})([^\u001d]*)\u001d?/g

function seconds(work: () => number): number {
  const start = performance.now()
  const count = work()
  if (count !== SCANS) throw new Error(`${SCANS - count} of ${SCANS} scans were refused`)
  return (performance.now() - start) / 1000
}

function measure(name: string, texts: readonly string[]): void {
  const parse = (): number => texts.reduce((ok, text) => ok + (parseScan(text).ok ? 1 : 0), 0)
  const split = (): number =>
    texts.reduce((ok, text) => ok + ([...text.slice(3).matchAll(bare)].length > 0 ? 1 : 0), 0)
  const parsed = Math.min(...[1, 2, 3].map(() => seconds(parse)))
  const baseline = Math.min(...[1, 2, 3].map(() => seconds(split)))
  const rate = Math.round(SCANS / parsed).toLocaleString('en')
  const ratio = (parsed / baseline).toFixed(2)
  console.log(
    `gs1 ${name}: ${rate} scans/s, a million in ${parsed.toFixed(2)} s, ` +
      `${ratio} times a regular expression that only splits (${baseline.toFixed(2)} s)`,
  )
}

measure('labels', labels())
measure('all identifiers', scans())
