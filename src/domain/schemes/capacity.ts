import { plainShare } from './check-character.ts'
import { serialRenderer } from './render-serial.ts'
import { good, largestNumber, widthOf } from './scheme.ts'
import type { Result, Scheme, SerialParts } from './scheme.ts'

/** How much room a scheme gives to the serials of one counter. */
export interface Capacity {
  /** Numbers that the counter has. */
  readonly numbers: number
  /** About how many of them give a serial: some are skipped for their check character. */
  readonly serials: number
  readonly first: string
  readonly last: string
  /** Characters of these serials. */
  readonly length: number
  /** Characters of the longest serial; `null` where a field has an open width. */
  readonly maximumLength: number | null
}

/**
 * Room for the serials with these parts. Of an unguessable scheme `first` and `last` are the lowest
 * and the highest serial that can come, not the first and the last that will.
 */
export function capacity(scheme: Scheme, parts: SerialParts): Result<Capacity> {
  const { counter } = scheme
  const open = { ...counter, unguessable: false }
  const plain = scheme.parts.map((part) => (part === counter ? open : part))
  const render = serialRenderer({ ...scheme, parts: plain, counter: open }, parts)
  if (!render.ok) return render
  const numbers = largestNumber(counter)
  const first = firstGood(render.value, 1, 1)
  if (!first.ok) return first
  const last = firstGood(render.value, numbers, -1)
  if (!last.ok) return last
  return good({
    numbers,
    serials: serialsOf(scheme),
    first: first.value,
    last: last.value,
    length: first.value.length,
    maximumLength: longest(scheme),
  })
}

/** Numbers of the counter less those that are skipped for their check character. */
const serialsOf = ({ counter, check }: Scheme): number =>
  Math.floor(largestNumber(counter) * (check ? plainShare(check.algorithm) : 1))

/** The first serial from a number up or down whose check character is not skipped. */
function firstGood(
  render: (number: number) => Result<string>,
  from: number,
  step: 1 | -1,
): Result<string> {
  let number = from
  let serial = render(number)
  while (!serial.ok && serial.error.code === 'scheme.number_skipped') {
    number += step
    serial = render(number)
  }
  return serial
}

const longest = ({ parts }: Scheme): number | null =>
  parts.reduce<number | null>((sum, part) => {
    const width = widthOf(part)
    return sum === null || width === null ? null : sum + width
  }, 0)

/**
 * Chance that one made-up serial of this form is one of the `issued` ones, which share a counter.
 * Someone who makes up serials is taken to know the pattern and the check character. A counter
 * that is not unguessable gives no protection: 1 as soon as anything is issued.
 *
 * EU 2016/161 (medicines) and 2018/574 (tobacco) ask for less than 1 in 10,000.
 */
export function guessProbability(scheme: Scheme, issued: number): number {
  if (!scheme.counter.unguessable) return issued > 0 ? 1 : 0
  return Math.min(1, issued / serialsOf(scheme))
}

/** How many serials may be issued from one counter until a guess is as good as `probability`. */
export const issuableBelow = (scheme: Scheme, probability = 1 / 10_000): number =>
  scheme.counter.unguessable ? Math.ceil(serialsOf(scheme) * probability) - 1 : 0
