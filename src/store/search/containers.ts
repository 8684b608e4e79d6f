import { codeOf, unitKinds } from '../../domain/status.ts'
import { chunkSize, slotsFalling } from './bits.ts'
import { valueOf } from './column.ts'
import { evaluate } from './evaluate.ts'
import { allOf, holds, idAmong, type Plan } from './plan.ts'
import { documentsOf, walkChunks, type Walk } from './walk.ts'

/** Which container stands where, and which is inside which. */
export interface Containers {
  /** Those that stand in one of the locations, be it inside of others. */
  standingIn(locations: ReadonlySet<number>): Promise<Set<number>>
  /** Those that are searched for, and those inside of them, however deep. */
  inside(wanted: Plan): Promise<Set<number>>
  /** Where each container stands in the end. */
  locations(): Promise<ReadonlyMap<number, number>>
}

interface Place {
  readonly location: number | undefined
  readonly parent: number | undefined
}

const isContainer = idAmong('kind', new Set([codeOf(unitKinds, 'container')]))

/** Reads the containers of a company when they are first asked for. */
export function openContainers(walk: Walk): Containers {
  let places: Promise<Map<number, Place>> | undefined
  let roots: Map<number, number> | undefined
  const locations = async () => (roots ??= rootsOf(await (places ??= readPlaces(walk))))
  return {
    locations,
    async standingIn(wanted) {
      const standing = [...(await locations())].filter(([, location]) => wanted.has(location))
      return new Set(standing.map(([id]) => id))
    },
    async inside(wanted) {
      const found = await readWanted(walk, wanted)
      if (found.size === 0) return found
      const all = await (places ??= readPlaces(walk))
      const contents = Map.groupBy(all.keys(), (id) => all.get(id)!.parent)
      for (const id of found) for (const inner of contents.get(id) ?? []) found.add(inner)
      return found
    },
  }
}

const route = { names: ['location', 'parent'], isWhole: true }

async function readPlaces(walk: Walk): Promise<Map<number, Place>> {
  const places = new Map<number, Place>()
  for await (const view of walkChunks(walk, isContainer, route)) {
    const locations = view.columns('location')[0]?.column
    const parents = view.columns('parent')[0]?.column
    for (const slot of slotsFalling(evaluate(isContainer, view).sure)) {
      places.set(view.chunk * chunkSize + slot, {
        location: locations && valueOf(locations, slot),
        parent: parents && valueOf(parents, slot),
      })
    }
  }
  return places
}

/** Deepest nesting that is followed: deeper than anybody packs. */
const nestingMax = 64

function rootsOf(places: ReadonlyMap<number, Place>): Map<number, number> {
  const roots = new Map<number, number>()
  for (const [id, own] of places) {
    let place: Place | undefined = own
    for (let depth = 0; place?.parent !== undefined && depth < nestingMax; depth += 1) {
      place = places.get(place.parent)
    }
    if (place?.location !== undefined) roots.set(id, place.location)
  }
  return roots
}

async function readWanted(walk: Walk, wanted: Plan): Promise<Set<number>> {
  const plan = allOf([isContainer, wanted])
  const found = new Set<number>()
  for await (const view of walkChunks(walk, plan, { isWhole: true })) {
    const slots = slotsFalling(evaluate(plan, view).maybe)
    const documents = await documentsOf(
      walk,
      slots.map((slot) => view.chunk * chunkSize + slot),
    )
    for (const document of documents) if (holds(plan, document)) found.add(document.id)
  }
  return found
}
