/**
 * Slips of the pen that turn one text into the other: a letter left out, put in, replaced, or two
 * neighbours swapped (optimal string alignment distance). Gives up beyond `most`.
 */
function slips(one: string, other: string, most: number): number {
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
        last[column - 1]! + (same ? 0 : 1),
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
 * The choice that `written` is most likely a slip of, if one is close: one slip in a name of four
 * to six letters that begins alike, two in a longer one. Shorter names mean too many things.
 */
export function nearest(written: string, choices: Iterable<string>): string | undefined {
  const most = written.length < 4 ? 0 : written.length < 7 ? 1 : 2
  let found: string | undefined
  let least = most + 1
  for (const choice of choices) {
    if (choice.length < 4 || (most === 1 && choice[0] !== written[0])) continue
    const count = slips(written, choice, most)
    if (count > 0 && count < least) {
      least = count
      found = choice
    }
  }
  return found
}
