import { chunkSize, countBits, slotsFalling } from './bits.ts'
import { foundBits } from './find-units.ts'
import type { Plan } from './plan.ts'
import { walkChunks, type Walk } from './walk.ts'

/** How long a list is, and the units after which each of its parts begins. */
export interface Outline {
  readonly total: number
  /** Units of one part; the last one may have fewer. */
  readonly every: number
  /** Of each part the unit before its first; null for the first part. */
  readonly after: readonly (number | null)[]
}

/** Most parts of an outline; where there would be more, parts are larger. */
const partsMax = 10_000
/** Largest part: a part is read as one page. */
const partMax = 1000

/** Goes through the list, the newest units first, without reading the units themselves. */
export async function outlineFound(walk: Walk, plan: Plan, every: number): Promise<Outline> {
  const after: (number | null)[] = [null]
  let total = 0
  for await (const view of walkChunks(walk, plan, { isWhole: true })) {
    const found = await foundBits(walk, plan, view)
    const count = countBits(found)
    const next = after.length * every
    if (next <= total + count) {
      const slots = slotsFalling(found)
      for (let place = next; place <= total + count; place += every) {
        after.push(view.chunk * chunkSize + slots[place - total - 1]!)
      }
    }
    total += count
  }
  if (total > 0 && total % every === 0) after.pop()
  return enlarge({ total, every, after })
}

function enlarge(outline: Outline): Outline {
  if (outline.after.length <= partsMax || outline.every >= partMax) return outline
  const factor = Math.floor(partMax / outline.every)
  const after = outline.after.filter((_, index) => index % factor === 0)
  return { ...outline, every: outline.every * factor, after }
}
