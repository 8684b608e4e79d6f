import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eventKinds } from '../domain/event-kinds/index.ts'
import { demos } from './demos.ts'

const seed = fc.integer({ min: 1, max: 1_000_000 })
const until = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map(Number)

it.each(Object.entries(demos))(
  '%s: the same seed tells the same story, up to a time',
  (_, demo) => {
    fc.assert(
      fc.property(seed, until, (seed, until) => {
        const wishes = demo.tell(seed, until)
        expect(wishes.length).toBeGreaterThan(10_000)
        const told = wishes.map(({ recorded }) => recorded)
        expect(told.at(-1)).toBeLessThanOrEqual(until)
        expect(told).toEqual(told.toSorted((one, other) => one - other))
        expect(wishes.filter(({ time, recorded }) => time > recorded)).toEqual([])
        expect(wishes.filter(({ kind }) => !eventKinds.has(kind))).toEqual([])
        const [same, other] = [demo.tell(seed, until), demo.tell(seed + 1, until)]
        expect(JSON.stringify(same)).toBe(JSON.stringify(wishes))
        expect(JSON.stringify(other)).not.toBe(JSON.stringify(wishes))
      }),
      { numRuns: 2 },
    )
  },
)
