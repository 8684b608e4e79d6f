import { formatRuns, parseRuns } from './event.ts'
import { serialRenderer } from './schemes/render-serial.ts'
import { parseScheme } from './schemes/parse-scheme.ts'
import type { SubjectData } from './subject.ts'
import { inEnglish } from '../i18n/english.ts'

/** What can have become of a number that was handed out. */
export const leaseStates = ['allocated', 'encoded', 'commissioned', 'scrapped', 'returned'] as const
export type LeaseState = (typeof leaseStates)[number]

/** What a holder reports of its numbers. That a unit has one, the ledger knows by itself. */
export const reportedStates = ['encoded', 'scrapped', 'returned'] as const
export type ReportedState = (typeof reportedStates)[number]

/** States in which a number may be reported; a printed label is destroyed, not given back. */
const before: Readonly<Record<ReportedState, readonly LeaseState[]>> = {
  encoded: ['allocated'],
  scrapped: ['allocated', 'encoded'],
  returned: ['allocated'],
}

export const mayReport = (from: LeaseState, to: ReportedState): boolean => before[to].includes(from)

export type LeaseData = SubjectData['lease']

/** A number that was handed out. */
export interface LeasedNumber {
  readonly number: number
  readonly serial: string
  /** What the holder said of it, whether a unit has it or not. */
  readonly reported: ReportedState | null
}

/**
 * The numbers of a lease with their serials.
 *
 * @param key the company's key, for an unguessable scheme
 */
export function leasedNumbers(data: LeaseData, key: Uint8Array | undefined): LeasedNumber[] {
  const scheme = parseScheme(data.pattern)
  if (!scheme.ok) throw new Error(`A lease has a scheme that is wrong: ${data.pattern}`)
  const { fields, date } = data
  const render = serialRenderer(scheme.value, { fields, date }, key)
  if (!render.ok) throw new Error(`A lease cannot be read: ${inEnglish(render.error.said)}`)
  const reported = reportsOf(data)
  return parseRuns(data.numbers).map((number) => {
    const serial = render.value(number)
    if (!serial.ok) throw new Error(`A lease has a number that has no serial: ${number}`)
    return { number, serial: serial.value, reported: reported.get(number) ?? null }
  })
}

function reportsOf(data: LeaseData): Map<number, ReportedState> {
  return new Map(
    reportedStates.flatMap((state) =>
      parseRuns(data[state]).map((number): [number, ReportedState] => [number, state]),
    ),
  )
}

/** The lease after numbers were reported. */
export function withReport(
  data: LeaseData,
  state: ReportedState,
  numbers: readonly number[],
): LeaseData {
  const changed = reportsOf(data)
  for (const number of numbers) changed.set(number, state)
  const runsOf = (wanted: ReportedState) =>
    formatRuns(
      [...changed].flatMap(([number, is]) => (is === wanted ? [number] : [])).sort((a, b) => a - b),
    )
  return {
    ...data,
    encoded: runsOf('encoded'),
    scrapped: runsOf('scrapped'),
    returned: runsOf('returned'),
  }
}

/** Whether a scheme needs the company's key to make its serials. */
export function needsKey(pattern: string): boolean {
  const scheme = parseScheme(pattern)
  return scheme.ok && scheme.value.counter.unguessable
}
