import type { Command } from 'commander'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { pipeline } from 'node:stream/promises'
import type { z } from 'zod'
import {
  downloadRefusedRows,
  loadImport,
  planImport,
  undoImport,
  uploadFile,
  type ProblemGroup,
} from '../../contract/imports.ts'
import { failInEnglish } from '../../contract/problem.ts'
import { withExamples } from '../examples.ts'
import { startProgress } from '../progress.ts'
import { inSession, type GlobalOptions, type Session } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'
import { readMapping } from './mapping.ts'

type Plan = NonNullable<z.output<typeof planImport.output>['plan']>
type Result = z.output<typeof loadImport.output>

interface ImportOptions {
  readonly dryRun?: boolean
  readonly yes?: boolean
  readonly location?: string
  readonly item?: string
  readonly sheet?: string
  readonly mapping?: string
  readonly refused?: string
  readonly moveKnown?: boolean
  readonly again?: boolean
  /** The data is on a server, so the file goes there first. */
  readonly isRemote?: boolean
}

/** Commands that import files and take imports back. */
export function addImportCommands(program: Command, world: World): void {
  const importFile = program
    .command('import')
    .summary('import a CSV, TSV, XLSX or JSON file of units, items, locations or parties')
    .argument('<file>', 'the file')
    .option('--dry-run', 'only say what would be created, changed and refused')
    .option('--yes', 'do not ask before loading')
    .option('--location <code>', 'where units are whose row does not say so')
    .option('--item <code>', 'what units are whose row does not say so')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option(
      '--mapping <name or file>',
      'a saved mapping, or a JSON file as --dry-run --json gives it',
    )
    .option('--move-known', 'bring units that are there already to where the file says')
    .option('--again', 'add stock without numbers, though the file was imported before')
    .option('--refused <path>', 'where refused rows go, as CSV; into this folder when absent')
    .action((path: string, options: ImportOptions) =>
      inSession(world, importFile, (session) => {
        const { server } = importFile.optsWithGlobals<GlobalOptions>()
        return runImport(session, path, { ...options, isRemote: server !== undefined })
      }),
    )
  withExamples(
    importFile,
    'seriatim import drives.csv',
    'seriatim import serials.csv --item DRIVE --location HQ --dry-run',
    'seriatim import stock.xlsx --sheet March --refused repair-these.csv --yes',
  )
  const undo = program
    .command('undo-import')
    .summary('take back everything that an import recorded')
    .argument('<batch>', 'as the import named it; see: seriatim list batch')
    .option('--reason <words>', 'why')
    .action((batch: string, { reason }: { reason?: string }) =>
      inSession(world, undo, (session) => runUndo(session, batch, reason)),
    )
  withExamples(undo, 'seriatim undo-import IMPORT-20260302081500-7aa1 --reason "Wrong file"')
}

async function runImport(session: Session, path: string, options: ImportOptions): Promise<void> {
  const { world, json } = session
  const source = options.isRemote ? await upload(session, path) : { path }
  const input = { ...source, ...(await inputOf(options)) }
  const plan = await tryDry(session, input)
  if (options.dryRun) {
    session.print(plan, () => describePlan(plan))
    if (plan.counts.refused > 0 || plan.missing.length > 0) world.endWith(1)
    return
  }
  if (!json) world.stdout.write(`${describePlan(plan)}\n`)
  if (plan.missing.length > 0) {
    world.stderr.write(`Nothing was loaded. ${plan.missing.map(clean).join(' ')}\n`)
    world.endWith(1)
    return
  }
  if (!options.yes && !json && !(await isConfirmed(world))) return
  const refusedPath = options.refused ?? freeName(`${basename(path)}.refused`, '.csv')
  const local = options.isRemote ? {} : { refusedPath }
  const line = await load(session, { ...input, mapping: plan.mapping, ...local })
  if (line.counts.refused > 0) {
    world.endWith(1)
    if (options.isRemote) await fetchRefused(session, line, refusedPath)
  }
  session.print({ counts: line.counts, ...line.result }, () => describeResult(line))
}

async function upload({ client }: Session, path: string): Promise<{ upload: string }> {
  const body = createReadStream(path)
  await once(body, 'open').catch((error: unknown) =>
    failInEnglish('input_invalid', `${path} cannot be read: ${(error as Error).message}`),
  )
  return client.call(uploadFile, { name: basename(path), body })
}

/** Brings the refused rows here, and says where they are. */
async function fetchRefused({ client }: Session, line: Result, path: string): Promise<void> {
  const { bytes } = await client.file(downloadRefusedRows, { run: line.run })
  await pipeline(bytes as AsyncIterable<Uint8Array>, createWriteStream(path, { flags: 'wx' }))
  line.result!.refusedPath = path
}

/** A name that no file has: an earlier one may hold rows that someone is repairing. */
function freeName(name: string, ending: string): string {
  for (let number = 1; ; number += 1) {
    const free = `${name}${number === 1 ? '' : `-${number}`}${ending}`
    if (!existsSync(free)) return free
  }
}

async function inputOf({ location, item, sheet, mapping, ...options }: ImportOptions) {
  return {
    ...(location !== undefined && { location }),
    ...(item !== undefined && { item }),
    ...(sheet !== undefined && { sheet }),
    ...(options.moveKnown && { moveKnown: true }),
    ...(options.again && { again: true }),
    ...(mapping?.endsWith('.json') && { mapping: await readMapping(mapping) }),
    ...(mapping !== undefined && !mapping.endsWith('.json') && { savedMapping: mapping }),
  }
}

async function tryDry(session: Session, input: z.input<typeof planImport.input>): Promise<Plan> {
  const bar = startProgress(session.world, 'Trying dry', 'rows')
  try {
    let plan: Plan | undefined
    for await (const line of session.client.stream(planImport, input)) {
      const { bytesRead, bytesTotal, rows } = line.progress
      bar.update(bytesRead, bytesTotal ?? bytesRead, rows)
      plan = line.plan
    }
    return plan!
  } finally {
    bar.stop()
  }
}

async function load(session: Session, input: z.input<typeof loadImport.input>): Promise<Result> {
  const bar = startProgress(session.world, 'Importing', 'rows')
  try {
    let last: Result | undefined
    for await (const line of session.client.stream(loadImport, input)) {
      const { bytesRead, bytesTotal, rows } = line.progress
      bar.update(bytesRead, bytesTotal ?? bytesRead, rows)
      last = line
    }
    return last!
  } finally {
    bar.stop()
  }
}

async function isConfirmed({ stdin, stdout }: World): Promise<boolean> {
  if (!stdin.isTTY || !stdout.isTTY) return true
  const lines = createInterface({ input: stdin, output: stdout })
  const answer = await lines.question('Load it? [Y/n] ')
  lines.close()
  return !/^n/i.test(answer.trim())
}

function describePlan(plan: Plan): string {
  const { counts } = plan
  const shown = table(
    ['column', 'becomes', 'for example'],
    plan.columns.map(({ header, field, samples }) => [
      header,
      field,
      samples.slice(0, 3).join(', '),
    ]),
  )
  const sheet = plan.otherSheets.length > 0 ? `, sheet ${plan.sheet}` : ''
  const template = plan.template ? `, as of ${plan.template}` : ''
  const what = clean(`${plan.format.toUpperCase()} file${sheet}${template}`)
  return [
    `${what}: ${counts.rows} ${counts.rows === 1 ? 'row' : 'rows'} of ${plan.kind}.`,
    shown,
    '',
    ...(sheet === '' ? [] : [clean(`Not read: ${plan.otherSheets.join(', ')}; see --sheet.`)]),
    describeCounts(counts, 'would be '),
    ...describeProblems('refused', plan.refusals),
    ...describeProblems('warned', plan.warnings),
  ].join('\n')
}

function describeCounts(counts: Plan['counts'], mood: string): string {
  const named: [count: number, one: string, many: string, what: string][] = [
    [counts.newItems, 'item', 'items', `${mood}created`],
    [counts.changedItems, 'item', 'items', `${mood}changed`],
    [counts.newLocations, 'location', 'locations', `${mood}created`],
    [counts.newParties, 'party', 'parties', `${mood}created`],
    [counts.newUnits, 'unit', 'units', `${mood}created`],
    [counts.knownUnits, 'unit', 'units', 'there already'],
    [counts.refused, 'row', 'rows', `${mood}refused`],
  ]
  const said = named
    .filter(([count]) => count > 0)
    .map(([count, one, many, what]) => `${count} ${count === 1 ? one : many} ${what}`)
  return said.length === 0 ? 'Nothing to do.' : `${said.join(', ')}.`
}

/** Lines that are named beside each kind of problem. */
const linesShown = 10

const describeProblems = (label: string, groups: readonly ProblemGroup[]): string[] =>
  groups.map(({ count, message, lines }) => {
    const shown = lines.slice(0, linesShown)
    const more = count > shown.length ? ', …' : ''
    return clean(`${label} ${count}: ${message} (line ${shown.join(', ')}${more})`)
  })

function describeResult({ counts, result }: Result): string {
  const { batch, refusedPath, refusals } = result!
  return [
    describeCounts(counts, ''),
    ...describeProblems('refused', refusals),
    ...(refusedPath === null ? [] : [`The refused rows are in ${refusedPath}, with the reasons.`]),
    ...(batch === null ? [] : [`To take it all back: seriatim undo-import ${batch}`]),
  ].join('\n')
}

/** Refusals that are shown one by one. */
const refusalsShown = 10

async function runUndo(session: Session, batch: string, reason?: string): Promise<void> {
  const bar = startProgress(session.world, 'Taking back', 'events')
  const refused: { event: number; message: string }[] = []
  let [undone, already] = [0, 0]
  try {
    const input = { batch, ...(reason !== undefined && { reason }) }
    for await (const line of session.client.stream(undoImport, input)) {
      ;({ undone, already } = line)
      refused.push(...line.refused)
      const done = undone + already + refused.length
      bar.update(done, line.events, done)
    }
  } finally {
    bar.stop()
  }
  if (refused.length > 0) session.world.endWith(1)
  for (const { message } of refused.slice(0, refusalsShown)) {
    session.world.stderr.write(`${clean(message)}\n`)
  }
  const more = refused.length - refusalsShown
  if (more > 0) session.world.stderr.write(`… and ${more} more; --json lists them all.\n`)
  const said = [
    `${undone} events of ${batch} taken back.`,
    ...(already > 0 ? [`${already} were taken back before.`] : []),
    ...(refused.length > 0 ? [`${refused.length} stay.`] : []),
  ]
  session.print({ batch, undone, already, refused }, () => said.join(' '))
}
