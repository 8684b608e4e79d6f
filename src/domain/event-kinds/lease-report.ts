import { z } from 'zod'
import { subjectRef, unitsPerCommandMax } from '../command.ts'
import type { Draft } from '../draft.ts'
import { findSubject, subjectById } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { foldIdentifier, formsOf, serialType } from '../identifier.ts'
import {
  leasedNumbers,
  mayReport,
  needsKey,
  reportedStates,
  withReport,
  type LeasedNumber,
  type LeaseState,
} from '../leases.ts'
import { nameSubject } from '../names.ts'
import { need } from '../need.ts'
import { serialKeyName } from '../next-serial.ts'
import { refuse } from '../refusal.ts'
import { serialRuleOf } from '../serial-rule.ts'
import type { Subject } from '../subject.ts'

const schema = z.object({
  lease: subjectRef,
  state: z.enum(reportedStates).describe('What became of them: printed, destroyed, or not needed.'),
  serials: z
    .array(z.string().max(200))
    .min(1)
    .max(unitsPerCommandMax)
    .optional()
    .describe('All that can still become so when absent.'),
})
type Input = z.infer<typeof schema>

/** The holder of a lease accounts for its serials. */
export const leaseReport = eventKind<Input>({
  name: 'lease_report',
  summary: 'Report what became of leased serials: encoded, scrapped or returned',
  schema,
  names: (input, names) => nameSubject(names, 'lease', input.lease),
  decide(draft, input) {
    const lease = findSubject(draft, 'lease', input.lease)
    const key = needsKey(lease.data.pattern)
      ? (draft.set.secrets.get(serialKeyName) ?? need({ secrets: [serialKeyName] }))
      : undefined
    const numbers = leasedNumbers(lease.data, key)
    const stateOf = stateReader(draft, lease, numbers)
    const reported = input.serials
      ? input.serials.flatMap((serial) => checkOne(lease, numbers, { ...input, serial }, stateOf))
      : numbers.filter((one) => mayReport(stateOf(one), input.state))
    if (reported.length === 0) return
    const data = withReport(
      lease.data,
      input.state,
      reported.map(({ number }) => number),
    )
    const after = { ...lease, data }
    draft.subjects.set(lease.id, after)
    draft.facts.subject = { kind: 'lease', id: lease.id }
    draft.facts.data = { before: lease, after }
  },
  sentence: () => say('leaseReported'),
  epcis: null,
})

/** Gives what tells the state of a number: a unit that has it counts more than what was said. */
function stateReader(
  draft: Draft,
  { data }: Subject<'lease'>,
  numbers: readonly LeasedNumber[],
): (one: LeasedNumber) => LeaseState {
  const unknown = numbers
    .flatMap(({ serial }) => formsOf(serial))
    .filter((form) => !draft.set.identifiers.has(form))
  if (unknown.length > 0) need({ numbers: unknown })
  const { scope, folding } = serialRuleOf(subjectById(draft, 'item', data.item))
  return ({ serial, reported }) => {
    const rows = draft.set.identifiers.get(foldIdentifier(serial, folding))!
    const isUsed = rows.some((row) => row.type === serialType && row.scope === scope && row.active)
    return isUsed ? 'commissioned' : (reported ?? 'allocated')
  }
}

/** One serial of a report; nothing where it was reported so before. */
function checkOne(
  { code, data }: Subject<'lease'>,
  numbers: readonly LeasedNumber[],
  { serial, state: wanted }: { serial: string; state: Input['state'] },
  stateOf: (one: LeasedNumber) => LeaseState,
): LeasedNumber[] {
  const folded = foldIdentifier(serial)
  const found =
    numbers.find((one) => foldIdentifier(one.serial) === folded) ??
    refuse('serial_not_leased', { serial, lease: code })
  const state = stateOf(found)
  if (state === wanted) return []
  if (!mayReport(state, wanted)) {
    refuse('lease_forbids', { serial, lease: code, state, wanted, holder: data.holder })
  }
  return [found]
}
