import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hchacha20, keyWords } from './keyed-hash.ts'
import { permutation } from './permutation.ts'

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('HChaCha20 gives the value of draft-irtf-cfrg-xchacha-03, section 2.2.1', () => {
  const key = keyWords(Uint8Array.from({ length: 32 }, (_, index) => index))
  const input = [0x09000000, 0x4a000000, 0x00000000, 0x27594131]
  const bytes = Buffer.from(hchacha20(key, input).buffer).toString('hex')
  expect(bytes).toBe('82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc')
})

test('every place is hit exactly once, and the way back is known', () => {
  fc.assert(
    fc.property(keys, fc.string(), fc.integer({ min: 2, max: 1500 }), (key, name, size) => {
      const { shuffle, unshuffle } = permutation(key, name, size)
      const places = Array.from({ length: size }, (_, number) => shuffle(number))
      expect(new Set(places).size).toBe(size)
      expect(Math.min(...places)).toBe(0)
      expect(Math.max(...places)).toBe(size - 1)
      expect(places.map(unshuffle)).toEqual(places.map((_, number) => number))
    }),
    { numRuns: 15 },
  )
})

test('the way back is known in the largest ranges too', () => {
  const sizes = fc.constantFrom(10 ** 15 - 1, 16 ** 13 - 1, 32 ** 10 - 1, 36 ** 10 - 1, 2 ** 52)
  const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(keys, sizes, part, (key, size, fraction) => {
      const { shuffle, unshuffle } = permutation(key, 'site', size)
      const number = Math.floor(fraction * size)
      const place = shuffle(number)
      expect(Number.isSafeInteger(place) && place >= 0 && place < size).toBe(true)
      expect(unshuffle(place)).toBe(number)
    }),
  )
})

test('neighbours, keys and names give unrelated places', () => {
  const size = 32 ** 8 - 1
  const key = new Uint8Array(32)
  const other = key.with(31, 1)
  const places = [
    ...[1, 2, 3].map(permutation(key, 'HAM', size).shuffle),
    permutation(key, 'MUC', size).shuffle(1),
    permutation(other, 'HAM', size).shuffle(1),
  ]
  const sorted = places.toSorted((left, right) => left - right)
  const gaps = sorted.slice(1).map((place, index) => place - (sorted[index] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThan(1_000_000)
})

test('shuffled numbers fall evenly over the range', () => {
  const size = 10 ** 6 - 1
  const { shuffle } = permutation(new Uint8Array(32).fill(9), '', size)
  const counts = Array<number>(10).fill(0)
  for (let number = 0; number < 10_000; number++) {
    counts[Math.floor((shuffle(number) / size) * 10)]! += 1
  }
  // Each tenth expects 1000 with a deviation of 30; the key is fixed, so this cannot waver.
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120)
})
