import fc from 'fast-check'
import { stages, statuses, unitKinds } from '../../src/domain/status.ts'
import type { Scalar, UnitState } from '../../src/domain/unit-state.ts'

const id = fc.integer({ min: 1, max: 50 })
const orNone = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })

/** Any value of a trait. */
export const anyValue: fc.Arbitrary<Scalar> = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)

const detailPath = fc.constantFrom(
  'trait.colour',
  'trait.constructor',
  'trait.__proto__',
  'identifier.imei.35',
  'hold.3',
  'time.moved',
)
const presentValue = fc.oneof(fc.string(), fc.integer(), fc.boolean())

const anyPlace = fc.oneof(
  id.map((location) => ({ location, parent: null })),
  id.map((parent) => ({ location: null, parent })),
)

/** Any state that a unit could be in, likely or not. */
export const anyState: fc.Arbitrary<UnitState> = fc
  .record({
    item: fc.nat({ max: 5 }),
    kind: fc.constantFrom(...unitKinds),
    serial: orNone(fc.string()),
    lot: orNone(id),
    status: fc.constantFrom(...statuses),
    stage: fc.constantFrom(...stages),
    content: fc.nat(),
    order: orNone(id),
    party: orNone(id),
    detail: fc.dictionary(detailPath, presentValue, { noNullPrototype: true }),
    place: anyPlace,
  })
  .map(({ place, ...state }) => ({ ...state, ...place }))
