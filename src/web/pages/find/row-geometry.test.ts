import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowsAt, scrollTopFor, spacerHeightOf, type RowList } from './row-geometry.ts'

const million: RowList = { count: 1_000_000, rowHeight: 48, viewHeight: 600 }

it('a million rows fit into what a browser draws, from the first to the last', () => {
  expect(spacerHeightOf(million)).toBe(15_000_000)
  expect(rowsAt(million, 0)).toMatchObject({ first: 0, offset: 0 })
  const last = rowsAt(million, spacerHeightOf(million) - million.viewHeight)
  expect(last.end).toBe(1_000_000)
  // The last row ends at the lower edge.
  expect((last.end - last.first) * 48 - last.offset).toBeCloseTo(600)
})

it('every row can be shown, wherever the list stands', () => {
  const lists = fc.record({
    count: fc.integer({ min: 1, max: 3_000_000 }),
    rowHeight: fc.constantFrom(48, 72),
    viewHeight: fc.integer({ min: 200, max: 2000 }),
  })
  fc.assert(
    fc.property(lists, fc.nat(), fc.nat(), (list, any, start) => {
      const row = any % list.count
      const way = Math.max(0, spacerHeightOf(list) - list.viewHeight)
      const top = Math.min(way, scrollTopFor(list, row, start % (way + 1)))
      const { first, end } = rowsAt(list, top)
      expect(first).toBeLessThanOrEqual(row)
      expect(end).toBeGreaterThan(row)
    }),
  )
})
