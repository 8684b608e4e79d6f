import { uuidv7 } from 'uuidv7'
import { parseRuns } from '../../../domain/event.ts'
import { formsOf } from '../../../domain/identifier.ts'
import { failWith, problemOf, ProblemError } from '../../../contract/problem.ts'
import { readCode } from '../../../gs1/index.ts'
import type { Context } from '../../context.ts'
import { findJob, isSeen, unseenUnits } from './jobs.ts'

/** What seeing a label came to. */
export interface SeenLabel {
  readonly unit: number
  readonly serial: string | null
  readonly wasSeen: boolean
  readonly unseen: number
}

/** Records that a label of a job was scanned where it belongs. */
export async function see(context: Context, id: string, scan: string): Promise<SeenLabel> {
  const { store, ledger, access } = context
  const job = await findJob(context, id)
  const own = new Set(parseRuns(job.units))
  const { units } = await store.resolve(...numbersIn(scan).flatMap(formsOf))
  const unitId = units.find(({ id: unit }) => own.has(unit))?.id
  if (unitId === undefined) {
    return failWith('not_found.label', { scan: scan.slice(0, 60) }, 'scan')
  }
  const [unit] = await store.units([unitId])
  const wasSeen = isSeen(unit!)
  if (!wasSeen) {
    const input = { units: [unitId], outcome: 'seen', note: 'Label scanned on the thing' }
    const answer = await ledger.record({
      id: uuidv7(),
      actor: access.actor,
      kind: 'observe',
      input,
    })
    if (!answer.ok) throw new ProblemError(problemOf(answer.refusal))
  }
  const left = await unseenUnits(store, job)
  return { unit: unitId, serial: unit!.state.serial, wasSeen, unseen: left.length }
}

/** Identifiers of GS1 that a unit can be known by: serial, SSCC, asset. */
const unitAis = ['21', '00', '8004', '8003']

/** The numbers in a scan: what it says as a whole, and what GS1 reads in it. */
function numbersIn(scan: string): string[] {
  const text = scan.replace(/^\][A-Za-z]\w/, '')
  // Many scanners are set to leave out which symbol it was.
  const elements = [scan, `]d2${text}`].flatMap((code) => {
    const read = readCode(code)
    return read.ok ? read.value.elements : []
  })
  const values = elements.filter(({ ai }) => unitAis.includes(ai)).map(({ value }) => value)
  return [text, ...values]
}
