import { failWith } from '../../contract/problem.ts'
import type { SubjectData } from '../../domain/subject.ts'
import type { Store } from '../../store/store.ts'
import type { LabelSubjects } from './label-subjects.ts'

/** What labels are made with where neither the request nor the item says. */
const usual = { units: 'unit-51x25', locations: 'shelf-100x38' } as const

/** Units that are looked at at once. */
const unitsPerRead = 1000

/**
 * The name of the template that labels shall have which nobody asked to have another: that of the
 * units' item. Ends with a problem where they are of items with different ones.
 */
export async function usualTemplate(
  store: Store,
  { units }: Pick<LabelSubjects, 'units'>,
): Promise<string> {
  if (units.length === 0) return usual.locations
  const items = new Set<number>()
  for (let at = 0; at < units.length; at += unitsPerRead) {
    const rows = await store.read
      .selectFrom('units')
      .select('item')
      .distinct()
      .where('id', 'in', units.slice(at, at + unitsPerRead))
      .execute()
    for (const { item } of rows) items.add(item)
  }
  if (items.size === 0) return usual.units
  const rows = await store.read
    .selectFrom('subjects')
    .select('data')
    .where('kind', '=', 'item')
    .where('id', 'in', [...items])
    .execute()
  const names = new Set(
    rows.map(({ data }) => (JSON.parse(data) as SubjectData['item']).labelTemplate ?? usual.units),
  )
  if (names.size > 1) {
    const list = [...names].sort().join(', ')
    failWith('input_invalid.templates_differ', { list }, 'template')
  }
  return [...names][0] ?? usual.units
}
