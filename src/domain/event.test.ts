import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatRuns, parseRuns } from './event.ts'

const risingIds = fc
  .uniqueArray(fc.nat({ max: 300 }).map((id) => id + 1))
  .map((ids) => ids.toSorted((a, b) => a - b))

it('ids come back from their runs as they were', () => {
  fc.assert(
    fc.property(risingIds, (ids) => {
      expect(parseRuns(formatRuns(ids))).toEqual(ids)
    }),
  )
})

it('a thousand ids in a row stay one run', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => index + 1)
  expect(formatRuns([...ids, 1005])).toBe('1-1000,1005')
  expect(formatRuns([])).toBe('')
})
