/** Chance that can be repeated: the same seed gives the same numbers, on every machine. */
export interface Random {
  /** Evenly spread from 0 up to 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  /** One of the list, each as likely as the other. */
  pick<T>(list: readonly T[]): T
  /** About the mean, rarely further than three times the spread. */
  normal(mean: number, spread: number): number
}

/** Numbers that follow from a seed (the generator mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => list[whole(0, list.length - 1)]!,
    // The sum of twelve even numbers is nearly normal, with spread 1.
    normal: (mean, spread) =>
      mean +
      spread * (Array.from({ length: 12 }, () => next()).reduce((sum, one) => sum + one) - 6),
  }
}
