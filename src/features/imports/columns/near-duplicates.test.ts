import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createNearDuplicates, foldLookAlikes } from './near-duplicates.ts'

it('tells repeats from look-alikes, with the line of the first', () => {
  const serials = createNearDuplicates()
  expect(serials.add('drive', 'AB-10', 2)).toBeUndefined()
  expect(serials.add('drive', 'ABIO', 3)).toEqual({ kind: 'look_alike', other: 'AB-10', line: 2 })
  expect(serials.add('drive', 'abio', 4)).toEqual({ kind: 'repeat', other: 'ABIO', line: 3 })
  expect(serials.add('drive', 'AB-10', 5)).toEqual({ kind: 'repeat', other: 'AB-10', line: 2 })
  expect(serials.add('drive', 'AB 1O', 6)).toMatchObject({ kind: 'look_alike' })
  expect(serials.add('phone', 'AB-10', 7)).toBeUndefined()
  expect(serials.add('drive', 'SB-10', 8)).toBeUndefined()
  expect(serials.add('drive', '5B-10', 9)).toBeUndefined()
})

it('finds what a search through all pairs finds', () => {
  const serial = fc.string({
    unit: fc.constantFrom('0', 'O', 'o', '1', 'I', 'l', '-', 'é'),
    maxLength: 4,
  })
  fc.assert(
    fc.property(fc.array(serial, { maxLength: 60 }), (list) => {
      const serials = createNearDuplicates()
      const earlier: string[] = []
      for (const [line, one] of list.entries()) {
        const same = earlier.find(
          (other) => other.toUpperCase().trim() === one.toUpperCase().trim(),
        )
        const alike = earlier.find((other) => foldLookAlikes(other) === foldLookAlikes(one))
        const expected =
          same !== undefined ? 'repeat' : alike !== undefined ? 'look_alike' : undefined
        expect(serials.add('item', one, line)?.kind).toBe(expected)
        if (same === undefined) earlier.push(one)
      }
    }),
  )
})

it('remembers a hundred thousand serials in a few bytes each', () => {
  const before = process.memoryUsage().arrayBuffers
  const serials = createNearDuplicates()
  for (let line = 0; line < 100_000; line++) serials.add('item', `SN${1e9 + line}`, line)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000 * 150)
  expect(serials.add('item', `SN${1e9 + 77}`, 1e6)).toMatchObject({ kind: 'repeat', line: 77 })
})

it('says when it has seen more than it may remember', () => {
  const serials = createNearDuplicates(2)
  for (const one of ['A', 'B']) serials.add('item', one, 1)
  expect(serials.isComplete()).toBe(true)
  serials.add('item', 'C', 1)
  expect(serials.isComplete()).toBe(false)
  expect(serials.add('item', 'A', 2)).toMatchObject({ kind: 'repeat' })
})
