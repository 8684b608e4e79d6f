/** The totally anti-symmetric quasigroup of order 10 from H. M. Damm's thesis (Marburg, 2004). */
const dammTable = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** Damm's check digit. */
export const damm = (digits: readonly number[]): number =>
  digits.reduce((row, digit) => Number(dammTable[row]?.[digit]), 0)

/** Product in the group of the ten symmetries of a pentagon: 0 to 4 turn it, 5 to 9 flip it. */
function product(left: number, right: number): number {
  const turn = left < 5 ? left + right : left - right
  const flipped = left < 5 !== right < 5
  return ((turn + 10) % 5) + (flipped ? 5 : 0)
}

/** Verhoeff's permutation, applied once more for every place from the right (Verhoeff, 1969). */
const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

function permuted(digit: number, times: number): number {
  let image = digit
  for (let time = 0; time < times; time++) image = permutation[image] ?? 0
  return image
}

/** Verhoeff's check digit. */
export function verhoeff(digits: readonly number[]): number {
  const sum = digits
    .toReversed()
    .reduce((left, digit, index) => product(left, permuted(digit, (index + 1) % 8)), 0)
  return sum > 0 && sum < 5 ? 5 - sum : sum
}
