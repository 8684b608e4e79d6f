import { refuseFile } from '../problem.ts'
import { sheetRows } from './sheet-rows.ts'
import type { Archive } from './archive.ts'
import type { Sheet, Workbook } from './workbook.ts'

/**
 * The sheet of a workbook that is read: the one with the wanted name, or else the first that holds
 * a table, for a cover or a note may come before it.
 *
 * @throws FileError `sheet_unknown`, `workbook_broken`
 */
export async function chooseSheet(
  archive: Archive,
  workbook: Workbook,
  wanted?: string,
): Promise<Sheet> {
  const { sheets } = workbook
  if (wanted === undefined && sheets.length > 1) {
    for (const sheet of sheets) if (await holdsTable(archive, workbook, sheet)) return sheet
  }
  const chosen = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted)
  if (chosen !== undefined) return chosen
  const names = sheets.map(({ name }) => name).join(', ')
  return refuseFile('sheet_unknown', {}, { sheet: wanted ?? '1', sheets: names })
}

/** Whether a sheet has more than one row in use: names of columns, and something below them. */
async function holdsTable(archive: Archive, workbook: Workbook, sheet: Sheet): Promise<boolean> {
  let used = 0
  for await (const rows of sheetRows(archive, workbook, sheet, () => {})) {
    used += rows.filter(({ values }) => values.some((value) => value.trim() !== '')).length
    if (used > 1) return true
  }
  return false
}
