import { foldIdentifier } from '../../domain/identifier.ts'
import { failWith } from '../../contract/problem.ts'
import type { Store } from '../../store/store.ts'
import { unitsById, viewUnits, type StatedUnit } from '../../store/views/unit-view.ts'
import { notFound } from '../context.ts'

/**
 * The one unit that a text names: `#17` is its id, `ITEM/SERIAL` its item and serial, anything else
 * one of its numbers. Ends with a problem when there is none, or several.
 */
export async function findUnit(store: Store, text: string): Promise<StatedUnit> {
  const id = /^#(\d{1,15})$/.exec(text)?.[1]
  if (id !== undefined) {
    const [unit] = await unitsById(store, [Number(id)])
    return unit ?? notFound(`There is no unit ${text}.`, 'unit')
  }
  const found = await candidates(store, text)
  const [unit] = found
  if (!unit) {
    return notFound(`No unit has the number ${text}. Search for a part of it.`, 'unit')
  }
  if (found.length === 1) return unit
  const first = found.toSorted((a, b) => a.id - b.id).slice(0, 5)
  const views = await viewUnits(store, first)
  const choices = views.map((view) => `#${view.id} (${view.item?.code ?? '?'}/${view.serial})`)
  const detail = `${text} stands for ${found.length} units: ${choices.join(', ')}. Say which.`
  return failWith('unit_ambiguous', detail, { field: 'unit' })
}

async function candidates(store: Store, text: string): Promise<StatedUnit[]> {
  const whole = await namedBy(store, text)
  const slash = text.indexOf('/')
  if (whole.units.length > 0 || slash < 1) return whole.units
  const item = await store.read
    .selectFrom('subjects')
    .select('id')
    .where('kind', '=', 'item')
    .where('item', '=', 0)
    .where('key', '=', text.slice(0, slash).toUpperCase())
    .executeTakeFirst()
  if (!item) return []
  const { rows, units } = await namedBy(store, text.slice(slash + 1))
  // Of a unit whose making was taken back, only its number tells what it was.
  const scoped = new Set(rows.filter(({ scope }) => scope === item.id).map(({ unit }) => unit))
  return units.filter(({ id, state }) => state.item === item.id || scoped.has(id))
}

/** Units that a number means: those that have it, or else those that had it once. */
async function namedBy(store: Store, text: string): ReturnType<Store['resolve']> {
  const { rows, units } = await store.resolve(foldIdentifier(text))
  const active = new Set(rows.filter((row) => row.active).map((row) => row.unit))
  return { rows, units: active.size > 0 ? units.filter(({ id }) => active.has(id)) : units }
}
