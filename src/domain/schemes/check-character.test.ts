import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAlgorithms, checkFor, isCheckGood } from './check-character.ts'
import type { CheckName } from './check-character.ts'
import { luhn } from './check-luhn.ts'

test.each<[CheckName, string, string, string]>([
  ['luhn', '7992739871', '3', 'the usual example of the algorithm'],
  ['luhn', '35209900176148', '1', 'an IMEI'],
  ['damm', '572', '4', "Damm's thesis"],
  ['verhoeff', '236', '3', "Verhoeff's dissertation"],
  ['verhoeff', '12345', '1', 'a known value'],
  ['iso-37-2', 'G123489654321', 'Y', 'a blood donation number (ISBT 128)'],
  ['iso-37-36', 'A12425GABC1234002', 'M', 'a release number (GRid)'],
  ['iso-97-10', 'WEST12345698765432GB', '82', 'an IBAN, turned round'],
  ['iso-97-10', '5493001KJTIIGC8Y1R', '12', 'a legal entity (LEI)'],
  ['crockford', '16J', 'D', '1234 in base 32'],
  ['crockford', '10', '*', '32 in base 32'],
  ['gs1-digit', '629104150021', '3', 'a GTIN-13'],
  ['gs1-pair', '1987654Ad4X4bL5ttr2310c', '2K', 'a Global Model Number'],
])('%s: %s has the check %s (%s)', (name, body, check) => {
  expect(checkFor(name, body)).toBe(check)
  expect(isCheckGood(name, body, check)).toBe(true)
})

test('Luhn works in any base', () => {
  expect(luhn([0, 1, 2, 3, 4, 5], 6)).toBe(4) // abcdef, the example of "Luhn mod N": e
})

test('separators do not count, nor does the case', () => {
  expect(checkFor('crockford', '1-6j')).toBe('D')
  expect(checkFor('luhn', '7992 7398-71')).toBe('3')
})

test('Crockford takes O for 0 and I or L for 1, and tells U from all of them', () => {
  expect(checkFor('crockford', 'OIL')).toBe(checkFor('crockford', '011'))
  expect(checkFor('crockford', 'HU')).not.toBe(checkFor('crockford', 'HV'))
})

// A text, two different characters, and a place: what the kinds of error below are made from.
const errorsIn = (alphabet: string) =>
  fc
    .record({
      body: fc.array(fc.constantFrom(...Array.from(alphabet)), { minLength: 3, maxLength: 20 }),
      pair: fc.uniqueArray(fc.constantFrom(...Array.from(alphabet)), {
        minLength: 2,
        maxLength: 2,
      }),
      place: fc.nat(),
    })
    .map(({ body, pair: [one = '', other = ''], place }) => ({ body, one, other, place }))

type Mistake = (one: string, other: string) => readonly [right: string[], wrong: string[]]
const substitution: Mistake = (one, other) => [[one], [other]]
const adjacentSwap: Mistake = (one, other) => [
  [one, other],
  [other, one],
]
const jumpSwap: Mistake = (one, other) => [
  [one, '7', other],
  [other, '7', one],
]
const twin: Mistake = (one, other) => [
  [one, one],
  [other, other],
]

// The error classes that the algorithm notices always. Unlike the others, MOD 97-10 can confuse a
// letter with another character: there only the digits are certain.
const digits = '0123456789'
const always: readonly [CheckName, string, Record<string, Mistake>][] = [
  ['crockford', checkAlgorithms.crockford.covers, { substitution, adjacentSwap, jumpSwap, twin }],
  ['iso-37-2', checkAlgorithms['iso-37-2'].covers, { substitution, adjacentSwap, jumpSwap, twin }],
  ['damm', digits, { substitution, adjacentSwap }],
  ['verhoeff', digits, { substitution, adjacentSwap }],
  ['luhn', digits, { substitution }],
  ['luhn-32', checkAlgorithms['luhn-32'].covers, { substitution }],
  ['luhn-36', checkAlgorithms['luhn-36'].covers, { substitution }],
  ['iso-37-36', checkAlgorithms['iso-37-36'].covers, { substitution }],
  ['iso-97-10', digits, { substitution, adjacentSwap, jumpSwap, twin }],
  ['gs1-digit', digits, { substitution }],
  ['gs1-pair', checkAlgorithms['gs1-pair'].covers, { substitution, adjacentSwap, jumpSwap, twin }],
]

const cases = always.flatMap(([name, alphabet, mistakes]) =>
  Object.entries(mistakes).map(([kind, mistake]) => ({ name, alphabet, kind, mistake })),
)

test.each(cases)('$name notices every $kind', ({ name, alphabet, mistake }) => {
  fc.assert(
    fc.property(errorsIn(alphabet), ({ body, one, other, place }) => {
      const at = place % (body.length + 1)
      const [right, wrong] = mistake(one, other).map((piece) => body.toSpliced(at, 0, ...piece))
      const check = checkFor(name, (right ?? []).join(''))
      expect(checkFor(name, (wrong ?? []).join(''))).not.toBe(check)
    }),
    { numRuns: 500 },
  )
})

test.each(['crockford', 'iso-37-2', 'damm', 'verhoeff'] as const)(
  '%s notices when the last character and the check change places',
  (name) => {
    const { covers } = checkAlgorithms[name]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from(covers)), { minLength: 1, maxLength: 20 }),
        (body) => {
          const check = checkFor(name, body.join(''))
          const last = body.at(-1) ?? ''
          fc.pre(check !== last && covers.includes(check))
          expect(checkFor(name, [...body.slice(0, -1), check].join(''))).not.toBe(last)
        },
      ),
    )
  },
)
