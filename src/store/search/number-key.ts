import { foldIdentifier } from '../../domain/identifier.ts'
import { chunkSize } from './bits.ts'
import type { Key, Label } from './keys.ts'
import { documentsOf, type Walk } from './walk.ts'

/** Units by their serial or another number, which is read from each of them. */
export const numberKey = (walk: Walk, type: string): Key => ({
  names: [],
  async read({ chunk }, slots) {
    const places = new Int32Array(chunkSize).fill(-1)
    const labels: (readonly Label[])[] = []
    const ids = slots.map((slot) => chunk * chunkSize + slot)
    for (const { id, numbers } of await documentsOf(walk, ids)) {
      const number = numbers.find((own) => own.type === type && !own.isFormer)
      if (!number) continue
      const { written } = number
      places[id % chunkSize] = labels.push([{ value: written, rank: foldIdentifier(written) }]) - 1
    }
    return { places, labels }
  },
})
