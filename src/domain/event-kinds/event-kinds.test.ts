import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyValue } from '../../../test/support/arbitrary.ts'
import type { HistoryLine } from '../history-line.ts'
import { eventSentence } from '../event-sentence.ts'
import type { Change } from '../unit-state.ts'
import { eventKinds } from './index.ts'
import { kindCode, kindNames } from './kind-names.ts'

const kinds = [...eventKinds.values()]

const anyPath = fc.constantFrom(
  'location',
  'parent',
  'status',
  'content',
  'serial',
  'order',
  'party',
  'hold.7',
  'time.failed',
  'time.inspected',
  'trait.colour',
  'identifier.imei.35',
)
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(anyValue, anyValue),
  fc.tuple(fc.nat(), fc.nat(), fc.integer()),
)

const anyLine: fc.Arbitrary<HistoryLine> = fc.record({
  changes: fc.dictionary(anyPath, anyChange),
  location: fc.option(fc.string()),
  parent: fc.option(fc.string()),
  actor: fc.string(),
  amount: fc.constant(String),
  name: fc.constant((kind: string, id: unknown) => `${kind} ${String(id)}`),
})

describe.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  it('refuses input of another shape with the field that is wrong', () => {
    for (const junk of [undefined, null, true, 1, '', 'x', [], [1], {}, { units: 'all' }]) {
      const parsed = kind.schema.safeParse(junk)
      expect(parsed.success).toBe(false)
      expect(parsed.error?.issues[0]?.message).toMatch(/./)
    }
  })

  it('takes any input whatever without breaking', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (input) => {
        expect(() => kind.schema.safeParse(input)).not.toThrow()
      }),
    )
  })

  it('has a sentence for every line of a history', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(eventSentence(kind.sentence(line))).toMatch(/^\S/)
      }),
    )
  })

  it('has a summary for help texts', () => {
    expect(kind.summary).toMatch(/^[A-Z].*[^.]$/)
  })
})

it('kinds keep the storage codes that released stores have', () => {
  const names = kinds.map(({ name }) => name)
  expect(names.toSorted()).toEqual(kindNames.toSorted())
  expect(names.map(kindCode)).toEqual(names.map((name) => kindNames.indexOf(name)))
  expect(kindNames).toEqual(
    [
      'commission expect receive move put take change identify hold release reserve unreserve',
      'pick pack ship deliver return split measure find lose adjust observe dispose replace correct',
      'create_item change_item create_location change_location create_party change_party',
      'create_order change_order create_lot change_lot create_batch change_batch',
      'start finish repair_start repair_finish consume print_label lease lease_report',
      'create_trait change_trait',
    ].flatMap((line) => line.split(' ')),
  )
})
