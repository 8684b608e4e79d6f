import type { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import type { ImportCounts, loadImport } from '../../contract/imports.ts'
import { ProblemError, problemOf } from '../../contract/problem.ts'
import type { Answer } from '../../domain/command.ts'
import type { Context } from '../context.ts'
import { reported } from '../reach.ts'
import { quantityProblem } from './check-quantity.ts'
import { countSubject, noCounts } from './count-rows.ts'
import { findKnownUnits } from './known-units.ts'
import { prepareImport, type ImportInput, type Prepared } from './prepare.ts'
import { groupProblems, messageOf, type ProblemGroups, type Reason } from './problem-groups.ts'
import { openRefusedFile, type RefusedFile } from './refused-file.ts'
import { rowCommands, type RowCommand } from './row-commands.ts'
import type { ReadRow } from './read-row.ts'
import { differenceFrom } from './stands-elsewhere.ts'
import { meetSubjects, type MetSubjects } from './subjects.ts'
import { sayProblem } from '../../contract/problem-types.ts'
import { inEnglish } from '../../i18n/english.ts'

/** One import under way. */
interface Load {
  readonly context: Context
  /** The batch that everything is recorded under; made when there is something to record. */
  readonly batch: () => Promise<string>
  readonly counts: ImportCounts
  readonly refusals: ProblemGroups
  readonly warnings: ProblemGroups
  /** Whether known units are brought to where the file says. */
  readonly moveKnown: boolean
  readonly subjects: MetSubjects
  readonly refusedFile: RefusedFile
}

/** How far an import is; without the number of the run that it is. */
export type LoadLine = Omit<z.input<typeof loadImport.output>, 'run'>

/** Chunks whose answers may be awaited while the next ones are read. */
const chunksAhead = 2

/** Imports a file as one batch: good rows are recorded, refused ones go into a file. */
export async function* load(
  input: ImportInput & { readonly refusedPath: string },
  context: Context,
): AsyncIterable<LoadLine> {
  const prepared = await prepareImport(input, context.store)
  const { headers } = prepared.table
  const refusedFile = await openRefusedFile(input.refusedPath, headers).catch(
    async (error: unknown) => {
      await prepared.table.close()
      throw error
    },
  )
  let batch: Promise<string> | undefined
  const warnings = groupProblems()
  const load: Load = {
    context,
    batch: () => (batch ??= openBatch(context, input.path, prepared)),
    counts: noCounts(),
    refusals: groupProblems(),
    warnings,
    moveKnown: input.moveKnown ?? false,
    subjects: meetSubjects(context.store, prepared.mapping.kind === 'items'),
    refusedFile,
  }
  const { counts } = load
  try {
    for await (const line of loadChunks(load, prepared)) {
      yield { ...line, batch: (await batch) ?? null }
    }
  } catch (error) {
    throw withWayBack(error, await batch)
  } finally {
    await refusedFile.close()
  }
  yield {
    batch: (await batch) ?? null,
    progress: prepared.progress(counts.rows),
    counts,
    result: {
      batch: (await batch) ?? null,
      refusals: load.refusals.list(),
      warnings: warnings.list(),
      refusedPath: counts.refused > 0 ? input.refusedPath : null,
    },
  }
}

async function* loadChunks(load: Load, prepared: Prepared) {
  const { counts, warnings } = load
  const waiting: Promise<void>[] = []
  try {
    for await (const rows of prepared.chunks()) {
      for (const { mapped } of rows) {
        for (const warning of mapped.warnings) warnings.add(warning, mapped.line)
      }
      const { durable } = await loadChunk(load, rows)
      // It is awaited further down; until then its failure has to wait too.
      durable.catch(() => {})
      waiting.push(durable)
      if (waiting.length >= chunksAhead) await waiting.shift()
      counts.rows += rows.length
      yield { progress: prepared.progress(counts.rows), counts }
    }
    await Promise.all(waiting)
  } finally {
    await Promise.allSettled(waiting)
  }
}

/** A file that breaks half way says how to take back what came before. */
function withWayBack(error: unknown, batch: string | undefined): unknown {
  const said = reported(error)
  if (batch === undefined || !(said instanceof ProblemError)) return said
  const { problem } = said
  const broke = problem.said ?? problem.detail
  const halfWay = sayProblem('file_invalid.half_way', { problem: broke, batch })
  return new ProblemError({ ...problem, detail: inEnglish(halfWay), said: halfWay })
}

async function openBatch(
  { ledger, access: { actor }, now }: Context,
  path: string,
  prepared: Prepared,
): Promise<string> {
  const file = path.split(/[\\/]/).at(-1)!
  const stamp = new Date(now()).toISOString().replace(/\D/g, '').slice(0, 14)
  const id = uuidv7()
  const code = `IMPORT-${stamp}-${id.slice(-4)}`
  const digest = await prepared.digest()
  const input = { code, name: `Import of ${file}`.slice(0, 300), file: file.slice(0, 500), digest }
  const answer = await ledger.record({ id, kind: 'create_batch', input, actor })
  if (!answer.ok) throw new ProblemError(problemOf(answer.refusal))
  return code
}

/** Sends a chunk to the ledger; what is returned says when it is durable. */
async function loadChunk(
  load: Load,
  rows: readonly ReadRow[],
): Promise<{ readonly durable: Promise<void> }> {
  const { context, counts, subjects } = load
  const refused = new Set<ReadRow>()
  for (const row of rows) refuse(load, refused, row, row.mapped.problems)
  let good = rows.filter((row) => !refused.has(row))
  await makeSubjects(load, good, refused)
  for (const row of good) {
    const problem = quantityProblem(row.mapped, subjects.itemFacts(row.mapped.item?.sku))
    if (problem) refuse(load, refused, row, [problem])
  }
  good = good.filter((row) => !refused.has(row))
  const known = await findKnownUnits(context.store, subjects, good)
  const commands = rowCommands(good, known, subjects.itemFacts, load.moveKnown)
  const answers = commands.map((command) => send(load, command.kind, command.input, command.time))
  for (const row of good) {
    const there = row.mapped.unit && known(row)
    if (!there) continue
    counts.knownUnits += 1
    const warning = differenceFrom(row.mapped, there, load.moveKnown)?.warning
    if (warning) load.warnings.add(warning, row.mapped.line)
  }
  return { durable: finishChunk(load, commands, answers, refused) }
}

async function send(load: Load, kind: string, input: unknown, time?: number): Promise<Answer> {
  const { ledger, access } = load.context
  const { actor } = access
  return ledger.record({ id: uuidv7(), kind, input, actor, batch: await load.batch(), time })
}

/** Makes the items, locations … that the rows need; rows about one that is refused go with it. */
async function makeSubjects(
  load: Load,
  rows: readonly ReadRow[],
  refused: Set<ReadRow>,
): Promise<void> {
  const commands = await load.subjects.commandsFor(rows.map(({ mapped }) => mapped))
  const answers = await Promise.all(commands.map(({ kind, input }) => send(load, kind, input)))
  for (const [index, answer] of answers.entries()) {
    const command = commands[index]!
    if (answer.ok) {
      countSubject(load.counts, command)
      continue
    }
    const named = String(command.input['code'])
    for (const row of rows) if (names(row, named)) refuse(load, refused, row, [answer.refusal])
  }
}

const names = ({ mapped: { item, unit, location, party } }: ReadRow, code: string): boolean =>
  [
    item?.sku,
    item?.maker,
    item?.supplier,
    unit?.supplier,
    unit?.order,
    unit?.location,
    location?.code,
    location?.parent,
    party?.code,
  ].includes(code)

async function finishChunk(
  load: Load,
  commands: readonly RowCommand[],
  answers: readonly Promise<Answer>[],
  refused: Set<ReadRow>,
): Promise<void> {
  for (const [index, answer] of (await Promise.all(answers)).entries()) {
    const command = commands[index]!
    if (answer.ok) {
      if ('entries' in command.input) load.counts.newUnits += command.rows.length
      for (const { index: at, refusal } of answer.refused) {
        if ('entries' in command.input) load.counts.newUnits -= 1
        refuse(load, refused, command.rows[at]!, [refusal])
      }
    } else {
      for (const row of command.rows) refuse(load, refused, row, [answer.refusal])
    }
  }
  await load.refusedFile.flush()
}

/** Sets a row aside with its reasons; a row that was refused before is not refused again. */
function refuse(load: Load, refused: Set<ReadRow>, row: ReadRow, reasons: readonly Reason[]): void {
  if (refused.has(row) || reasons.length === 0) return
  refused.add(row)
  load.counts.refused += 1
  for (const reason of reasons) load.refusals.add(reason, row.mapped.line)
  load.refusedFile.add({
    values: row.source.values,
    reasons: reasons.map(messageOf),
  })
}
