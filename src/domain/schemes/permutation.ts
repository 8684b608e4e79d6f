import { deriveKey, hchacha20, keyWords } from './keyed-hash.ts'

/** A secret shuffle of the numbers `0` to `size - 1`, the same for ever for one key and name. */
export interface Permutation {
  /** Where a number goes. Two numbers never go to the same place. */
  readonly shuffle: (number: number) => number
  /** The number that went to a place. */
  readonly unshuffle: (place: number) => number
}

/** More than the ten of NIST SP 800-38G, because it costs little. */
const rounds = 16

/**
 * A Feistel network over exactly `size` numbers, at most 2^52.
 *
 * A number is a pair: a column below `columns` and a row below `rows`. Every round moves one of
 * the two by an amount that only the key and the other tell, which can be undone. The rectangle can
 * be a little larger than the range; a number that lands outside it walks on (cycle walking), and
 * as a walk from inside always comes back inside, none is lost and none is hit twice.
 *
 * `key` has 32 bytes. `name` separates the shuffles of one key: knowing one helps with no other.
 */
export function permutation(key: Uint8Array, name: string, size: number): Permutation {
  const secret = deriveKey(keyWords(key), `${size} ${name}`)
  const columns = Math.ceil(Math.sqrt(size))
  const rows = Math.ceil(size / columns)

  const move = (number: number, round: number, direction: 1 | -1): number => {
    const column = number % columns
    const row = Math.floor(number / columns)
    return round % 2 === 0
      ? turn(column, amount(secret, round, row), direction, columns) + row * columns
      : column + turn(row, amount(secret, round, column), direction, rows) * columns
  }
  const walk = (start: number, pass: (number: number) => number): number => {
    let number = pass(start)
    while (number >= size) number = pass(number)
    return number
  }
  const forward = (number: number): number => {
    let moved = number
    for (let round = 0; round < rounds; round++) moved = move(moved, round, 1)
    return moved
  }
  const backward = (place: number): number => {
    let moved = place
    for (let round = rounds - 1; round >= 0; round--) moved = move(moved, round, -1)
    return moved
  }
  return { shuffle: (number) => walk(number, forward), unshuffle: (place) => walk(place, backward) }
}

/** A secret integer of 52 bits: far wider than a half, so that its remainder is even. */
function amount(secret: Uint32Array, round: number, half: number): number {
  const [high = 0, low = 0] = hchacha20(secret, [round, half, 0, 0])
  return (high % 2 ** 20) * 2 ** 32 + low
}

const turn = (value: number, by: number, direction: 1 | -1, modulus: number): number =>
  (value + direction * (by % modulus) + modulus) % modulus
