import type { Command } from 'commander'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { countUnits, exportUnits } from '../../contract/search.ts'
import { failInEnglish } from '../../contract/problem.ts'
import { exportColumns, writers, type Write } from '../../files/write/writers.ts'
import { withExamples } from '../examples.ts'
import { startProgress, type ProgressBar } from '../progress.ts'
import { inSession, type Session } from '../session.ts'
import { clean } from '../table.ts'
import type { World } from '../world.ts'
import { localOffset, pointAt } from './find.ts'

interface ExportOptions {
  readonly to: string
  readonly columns?: string
}

/** The command that writes what a search finds into a file. */
export function addExportCommand(program: Command, world: World): void {
  const command = program
    .command('export')
    .summary('write every unit that a search finds into a CSV, TSV, XLSX or JSON lines file')
    .argument('[query...]', 'such as: status:in_stock loc:HQ; every unit when absent')
    .requiredOption(
      '--to <file>',
      'a name that ends in .csv, .tsv, .xlsx or .jsonl; - for CSV here',
    )
    .option('--columns <names>', 'such as serial,status,received,trait.colour')
    .action((words: string[], options: ExportOptions) =>
      inSession(world, command, (session) => runExport(session, words.join(' '), options)),
    )
  withExamples(
    command,
    "seriatim export 'model:ST3000DM001 failed:*' --to failed.csv",
    'seriatim export status:in_stock --to stock.xlsx --columns serial,item,location,received',
    'seriatim export --to - | head',
  )
}

async function runExport(session: Session, query: string, options: ExportOptions): Promise<void> {
  const { client, world } = session
  const { to, columns } = options
  const ending = to === '-' ? 'csv' : to.slice(to.lastIndexOf('.') + 1).toLowerCase()
  const write: Write | undefined = Object.hasOwn(writers, ending)
    ? writers[ending as keyof typeof writers]
    : undefined
  if (!write) {
    failInEnglish('input_invalid', `Name the file ${clean(to)}.csv, .tsv, .xlsx or .jsonl.`)
  }
  await pointAt(query, world, async () => {
    const asked = { query, timeZoneOffsetMinutes: localOffset(world) }
    const { total } = await client.call(countUnits, asked)
    const bar = startProgress(world, 'Exporting', 'units')
    const lines = client.stream(exportUnits, { ...asked, ...(columns && { columns }) })
    const rows = await countedRows(lines, bar, total)
    const target = to === '-' ? world.stdout : createWriteStream(to)
    try {
      await pipeline(write(rows.columns, rows.batches), target, { end: to !== '-' })
    } catch (error) {
      // Whoever reads the output may stop reading, as `head` does.
      const { code, syscall, message } = error as NodeJS.ErrnoException
      if (to === '-' && code === 'EPIPE') return
      if (syscall === undefined) throw error
      failInEnglish('input_invalid', `${clean(to)} could not be written to its end: ${message}`)
    } finally {
      bar.stop()
    }
    const words = `${rows.written()} units written to ${clean(to)}.`
    if (to !== '-') session.print({ units: rows.written(), path: to }, () => words)
  })
}

type Lines = AsyncIterable<{
  columns: string[]
  rows: Record<string, string | number | boolean | null>[]
}>

/** The columns, which come with the first batch, and the batches, counted as they pass. */
async function countedRows(lines: Lines, bar: ProgressBar, total: number) {
  const iterator = lines[Symbol.asyncIterator]()
  const first = await iterator.next()
  const names: string[] = first.done ? [] : first.value.columns
  let written = 0
  async function* batches() {
    for (let line = first; !line.done; line = await iterator.next()) {
      written += line.value.rows.length
      bar.update(written, total, written)
      yield line.value.rows
    }
  }
  return {
    columns: exportColumns(names),
    batches: batches(),
    written: () => written,
  }
}
