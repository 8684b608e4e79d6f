import type { IdentifierRow } from '../../domain/event.ts'
import { formsOf } from '../../domain/identifier.ts'
import { serialsMeant } from '../../domain/schemes/serials-meant.ts'
import { failWith } from '../../contract/problem.ts'
import type { Store } from '../../store/store.ts'
import { viewUnits } from '../../store/views/unit-view.ts'
import type { StatedUnit } from '../../store/stated-unit.ts'
import { subjectByCode } from '../../store/views/subject-by-code.ts'

/**
 * The one unit that a text names: `#17` is its id, `ITEM/SERIAL` its item and serial, anything else
 * one of its numbers. Ends with a problem when there is none, or several.
 */
export async function findUnit(store: Store, text: string): Promise<StatedUnit> {
  const id = /^#(\d{1,15})$/.exec(text)?.[1]
  if (id !== undefined) {
    const [unit] = await store.units([Number(id)])
    return unit ?? failWith('not_found.unit', { unit: text }, 'unit')
  }
  const found = await candidates(store, text)
  const [unit] = found
  if (!unit) {
    return failWith('not_found.number', { number: text }, 'unit')
  }
  if (found.length === 1) return unit
  const first = found.toSorted((a, b) => a.id - b.id).slice(0, 5)
  const views = await viewUnits(store, first)
  const choices = views.map((view) => `#${view.id} (${view.item?.code ?? '?'}/${view.serial})`)
  const values = { number: text, count: found.length, choices: choices.join(', ') }
  return failWith('unit_ambiguous', values, 'unit')
}

async function candidates(store: Store, text: string): Promise<StatedUnit[]> {
  const whole = await namedBy(store, text)
  const slash = text.indexOf('/')
  if (whole.units.length > 0 || slash < 1) return whole.units
  const item = await subjectByCode(store, 'item', text.slice(0, slash))
  if (!item) return []
  const { rows, units } = await namedBy(store, text.slice(slash + 1))
  // Of a unit whose making was taken back, only its number tells what it was.
  const scoped = new Set(rows.filter(({ scope }) => scope === item.id).map(({ unit }) => unit))
  return units.filter(({ id, state }) => state.item === item.id || scoped.has(id))
}

/**
 * Units that a number means: those that have it, or else those that had it once; where it names
 * nothing, those of a serial that a hand can have meant by it.
 */
async function namedBy(store: Store, text: string): ReturnType<Store['resolve']> {
  const found = await resolveForms(store, text)
  if (found.rows.length > 0) return found
  const schemes = await store.read.selectFrom('schemes').select('pattern').distinct().execute()
  const patterns = schemes.map(({ pattern }) => pattern)
  const meant = serialsMeant(patterns, text).slice(0, meantMax)
  const all = await Promise.all(meant.map((serial) => resolveForms(store, serial)))
  return { rows: all.flatMap(({ rows }) => rows), units: all.flatMap(({ units }) => units) }
}

/** Most serials that are looked up for a text which names nothing. */
const meantMax = 20

/** Looks a number up in every form that it can be kept in; the nearest to the text counts. */
async function resolveForms(store: Store, text: string): ReturnType<Store['resolve']> {
  const forms = formsOf(text)
  const found = await store.resolve(...forms)
  const { rows, units } = found
  // Most numbers stand in one row, which leaves nothing to choose.
  if (rows.length === 1) return found
  const byForm = forms.map((form) => rows.filter(({ value }) => value === form))
  const nearest = byForm.find((own) => own.some(isActive)) ?? byForm.find((own) => own.length > 0)
  if (nearest === undefined) return { rows: [], units: [] }
  const counting = nearest.some(isActive) ? nearest.filter(isActive) : nearest
  const ids = new Set(counting.map(({ unit }) => unit))
  return { rows: nearest, units: units.filter(({ id }) => ids.has(id)) }
}

const isActive = ({ active }: IdentifierRow): boolean => active
