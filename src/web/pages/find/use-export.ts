import { useState } from 'react'
import { timeZoneOffsetMinutes } from '../../data/search-clock.ts'
import { useClient } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { problemText } from '../../ui/problem-text.ts'
import { withoutGroup } from './query-text.ts'

/** Saves every unit of a search as a CSV file, row by row as the server sends them. */
export function useExport() {
  const client = useClient()
  const t = useText('find')
  const [isBusy, setBusy] = useState(false)
  const run = async (q: string, columns: readonly string[]) => {
    setBusy(true)
    try {
      const parts: string[] = []
      const query = withoutGroup(q)
      const names = ['serial', ...columns].join()
      const asked = { query, columns: names, timeZoneOffsetMinutes: timeZoneOffsetMinutes() }
      for await (const { columns, rows } of client.stream('exportUnits', asked)) {
        if (parts.length === 0) parts.push(csvLine(columns))
        for (const row of rows) parts.push(csvLine(columns.map((name) => row[name] ?? null)))
      }
      save(new Blob(parts, { type: 'text/csv' }))
      tell({ kind: 'done', words: t('exported', { count: Math.max(0, parts.length - 1) }) })
    } catch (error) {
      tell({ kind: 'refused', words: t('notExported'), detail: problemText(error) })
    }
    setBusy(false)
  }
  return { isBusy, run }
}

type Cell = string | number | boolean | null

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join()}\r\n`

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  const harmless = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function save(blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = 'units.csv'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
