import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, difference, holdsOf, statedChanges, valueAt } from './unit-state.ts'
import { anyState, anyValue } from '../../test/support/arbitrary.ts'

describe('changes of a unit', () => {
  it('lead from one state to another and back', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        expect(applyChanges(before, difference(before, after))).toEqual(after)
        expect(applyChanges(after, difference(after, before))).toEqual(before)
      }),
    )
  })

  it('say nothing where nothing differs', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(difference(state, state)).toEqual({})
      }),
    )
  })

  it('leave the state that they are applied to as it was', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        const copy = structuredClone(before)
        applyChanges(before, difference(before, after))
        expect(before).toEqual(copy)
      }),
    )
  })

  it('put a unit in one place, whatever was put in between', () => {
    const anyPlace = fc.constantFrom({ location: 7, parent: null }, { location: null, parent: 9 })
    fc.assert(
      fc.property(anyState, anyState, anyPlace, (known, late, place) => {
        const changes = statedChanges(known, { ...place })
        const { location, parent } = applyChanges(late, changes)
        expect({ location, parent }).toEqual(place)
      }),
    )
  })

  it('hold what was said, however often it was true before', () => {
    fc.assert(
      fc.property(anyState, anyState, anyValue, (known, late, value) => {
        const after = applyChanges(late, statedChanges(known, { 'trait.colour': value }))
        expect(valueAt(after, 'trait.colour')).toBe(value)
      }),
    )
  })

  it('add to an amount where they say how much was added', () => {
    fc.assert(
      fc.property(anyState, fc.integer({ min: -1000, max: 1000 }), (state, added) => {
        const after = applyChanges(state, { content: [1, 2, added] })
        expect(after.content).toBe(state.content + added)
      }),
    )
  })
})

it('holds are found by the events that placed them', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const held = applyChanges(state, { 'hold.12': [null, 'scratched'], 'hold.9': [null, null] })
      expect(holdsOf(held).get(12)).toBe('scratched')
      expect(holdsOf(held).has(9)).toBe(false)
    }),
  )
})
