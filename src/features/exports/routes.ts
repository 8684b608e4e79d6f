import type { z } from 'zod'
import { downloadUnits, exportTypes, exportUnits } from '../../contract/search.ts'
import { exportColumns, writers } from '../../files/write/writers.ts'
import { searchUnits, type ListCursor } from '../../store/search/search-units.ts'
import { viewUnits } from '../../store/views/unit-view.ts'
import { handleFile, handleStream, type Context, type Handler } from '../context.ts'
import { readSearch } from '../read-search.ts'
import { rowOf, usualColumns } from './columns.ts'

/** Units that are read and handed on at once. */
const unitsPerBatch = 1000

async function* exportFound(
  input: z.output<typeof exportUnits.input>,
  { store, now, signal }: Context,
) {
  const { query } = await readSearch(store, input.query, input.timeZoneOffsetMinutes, now)
  let columns = input.columns?.split(',').map((name) => name.trim())
  for (let after: ListCursor | null = null; ;) {
    signal?.throwIfAborted()
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
}

export const exportRoutes: readonly Handler[] = [
  handleStream(exportUnits, exportFound),
  handleFile(downloadUnits, async ({ format, ...input }, context) => {
    const lines = exportFound(input, context)
    // What cannot even begin is a problem, and no file.
    const first = await lines.next()
    async function* batches() {
      for (let line = first; !line.done; line = await lines.next()) yield line.value.rows
    }
    const columns = exportColumns(first.done ? [] : first.value.columns)
    const day = new Date(context.now()).toISOString().slice(0, 10)
    return {
      name: `units-${day}.${format}`,
      mediaType: exportTypes[format],
      bytes: writers[format](columns, batches()),
    }
  }),
]
