import { exportUnits } from '../../contract/search.ts'
import { searchUnits, type ListCursor } from '../../store/search/search-units.ts'
import { viewUnits } from '../../store/views/unit-view.ts'
import { handleStream, type Handler } from '../context.ts'
import { parseSearch } from '../parse-search.ts'
import { rowOf, usualColumns } from './columns.ts'

/** Units that are read and handed on at once. */
const unitsPerBatch = 1000

export const exportRoutes: readonly Handler[] = [
  handleStream(exportUnits, async function* (input, { store, now }) {
    const query = parseSearch(input.query, input.timeZoneOffsetMinutes, now)
    let columns = input.columns?.split(',').map((name) => name.trim())
    for (let after: ListCursor | null = null; ;) {
      const asked = { limit: unitsPerBatch, after }
      const { units, next } = await searchUnits(store, query, asked)
      const views = await viewUnits(store, units)
      // The first batch settles which traits have a column.
      columns ??= usualColumns(views)
      const named = columns
      yield { columns: named, rows: views.map((unit) => rowOf(unit, named)) }
      if (next === null) return
      after = next
    }
  }),
]
