/**
 * Slips of the pen that turn one text into the other: a letter left out, put in, replaced, or two
 * neighbours swapped (optimal string alignment distance). A replaced letter counts `replacing`.
 * Gives up where the lengths alone differ by more than `most`.
 */
function slips(one: string, other: string, most: number, replacing: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(
        last[column]! + 1,
        next[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : replacing),
      )
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (row > 1 && column > 1 && swapped) least = Math.min(least, beforeLast[column - 2]! + 1)
      next.push(least)
    }
    beforeLast = last
    last = next
  }
  return last[other.length]!
}

/**
 * The choice that `written` is most likely a slip of, if one is close: one slip in a name of five
 * letters or more, two from nine on. Short names differ by a letter without a slip (`state` is not
 * `stage`), so below seven letters only a missing, doubled or swapped one counts.
 */
export function nearest(written: string, choices: Iterable<string>): string | undefined {
  const most = written.length < 5 ? 0 : written.length < 9 ? 1 : 2
  const replacing = written.length < 7 ? 2 : 1
  let found: string | undefined
  let least = most + 1
  for (const choice of choices) {
    if (choice.length < 4) continue
    const count = slips(written, choice, most, replacing)
    if (count > 0 && count < least) {
      least = count
      found = choice
    }
  }
  return found
}
