import { z } from 'zod'
import { unitRef } from '../command.ts'
import { findUnit } from '../find-unit.ts'
import { change, checkStep, describeUnit, needTimelines, ownerOf, stateOf } from '../draft.ts'
import { itemOf } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { foldIdentifier, identifierProblem, serialType } from '../identifier.ts'
import { serialRuleOf } from '../serial-rule.ts'
import { nameNumber, nameUnit } from '../names.ts'
import { refuse } from '../refusal.ts'

const schema = z.object({
  unit: unitRef,
  serial: z.string(),
  why: z.enum(['damaged', 'mistyped']),
})

/** A unit gets another serial; by the old one it is still found. */
export const replace = eventKind<z.infer<typeof schema>>({
  name: 'replace',
  summary: 'Replace the serial of a unit whose label was damaged or mistyped',
  schema,
  names(input, names) {
    nameUnit(names, input.unit)
    nameNumber(names, input.serial)
  },
  decide(draft, input) {
    const { serial } = input
    const problem = identifierProblem(serial)
    if (problem) refuse('input_invalid', { field: 'serial', problem })
    const unit = findUnit(draft, input.unit)
    needTimelines(draft, [unit])
    checkStep(draft, unit, 'replace')
    const { scope, folding } = serialRuleOf(itemOf(draft, unit))
    const row = ownerOf(draft, serialType, scope, foldIdentifier(serial, folding))
    if (row?.active && row.unit !== unit) {
      const { status } = stateOf(draft, row.unit)
      refuse('serial_taken', { serial, unit: describeUnit(draft, row.unit), status })
    }
    draft.facts.data = { why: input.why }
    change(draft, unit, 'replace', { serial: serial.trim() })
  },
  sentence: ({ changes }) => {
    const [before = null, after = null] = changes['serial'] ?? []
    return after === before ? say('serialConfirmed') : say('serialReplaced', { before, after })
  },
  epcis: { type: 'TransformationEvent' },
})
