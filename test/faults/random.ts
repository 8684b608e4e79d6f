import { randomInt } from 'node:crypto'

/** Random choices that a seed repeats. */
export interface Random {
  /** An integer from 0 to `count` - 1. */
  below(count: number): number
  /** True in this share of the cases. */
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
}

/** The seed of a run: `SERIATIM_SEED` where that is set, so that a run can be repeated. */
export const runSeed = (usual = randomInt(2 ** 32)): number =>
  Number(process.env['SERIATIM_SEED'] ?? usual)

/** Mulberry32, a generator of 32 bits by Tommy Ettinger (public domain). */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)]!,
  }
}
