import { chunkSize } from './bits.ts'
import { valueOf } from './column.ts'
import type { Directory } from './directory.ts'
import type { Key, Label } from './keys.ts'

/** Units by their content, in the measure of their item. */
export const quantityKey = ({ items }: Directory): Key => ({
  names: ['content', 'item'],
  async read(view) {
    const places = new Int32Array(chunkSize).fill(-1)
    const labels: (readonly Label[])[] = []
    const known = new Map<string, number>()
    const contents = view.columns('content')[0]?.column
    const itemOf = view.columns('item')[0]?.column
    if (!contents || !itemOf) return { places, labels }
    for (let slot = 0; slot < chunkSize; slot += 1) {
      const content = valueOf(contents, slot)
      const item = valueOf(itemOf, slot)
      if (content === undefined || item === undefined) continue
      const { decimals = 0, measure } = items.get(item)?.data ?? {}
      const key = `${content} ${decimals} ${measure}`
      let place = known.get(key)
      if (place === undefined) {
        const value = Number(`${content}e-${decimals}`)
        place = labels.push([{ value, ...(measure !== undefined && { name: measure }) }]) - 1
        known.set(key, place)
      }
      places[slot] = place
    }
    return { places, labels }
  },
})
