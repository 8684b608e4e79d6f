import { listTraits } from '../../contract/traits.ts'
import { definedTraits, usedTraits } from '../../store/views/traits.ts'
import { handle, type Handler } from '../context.ts'

export const traitRoutes: readonly Handler[] = [
  handle(listTraits, async (_, { store }) => {
    const defined = await definedTraits(store)
    const known = new Set(defined.map(({ code }) => code.toUpperCase()))
    const others = (await usedTraits(store)).filter((name) => !known.has(name.toUpperCase()))
    return {
      traits: [...defined, ...others.sort().map((code) => ({ code, definition: null }))],
    }
  }),
]
