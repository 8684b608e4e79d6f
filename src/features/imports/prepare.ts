import type { z } from 'zod'
import type { loadImport } from '../../contract/imports.ts'
import { failWith, ProblemError, problemThatSays } from '../../contract/problem.ts'
import type { Status } from '../../domain/status.ts'
import type { Store } from '../../store/store.ts'
import { definedTraits } from '../../store/views/traits.ts'
import { applyMapping } from './columns/apply-mapping.ts'
import { traitNameOf } from './columns/field.ts'
import { guessMapping, isWithoutHeaders, type GuessedMapping } from './columns/guess-mapping.ts'
import {
  bindMapping,
  mapping as mappingSchema,
  wrongMapping,
  type Mapping,
} from './columns/mapping.ts'
import type { MappedRow } from './columns/mapped-row.ts'
import { checkTraits, fitsTrait, type TraitDefinitions } from './columns/fit-traits.ts'
import { createRowChecks } from './columns/row-checks.ts'
import { fault, valueProblem } from './columns/value-problem.ts'
import { hasValue } from './columns/values.ts'
import { digestOf, earlierImport } from './earlier-import.ts'
import { openTable, type SourceTable, type TableOptions } from '../../files/read/open-table.ts'
import { FileError } from '../../files/read/problem.ts'
import type { SourceRow } from '../../files/read/table.ts'
import type { ReadRow } from './read-row.ts'
import { savedMapping } from './saved-mappings.ts'

/** What is imported, and how; the file is where it can be read. */
export type ImportInput = Omit<
  z.output<typeof loadImport.input>,
  'refusedPath' | 'upload' | 'path'
> & { readonly path: string }

/** A file that is open, with what its columns mean. */
export interface Prepared {
  readonly table: SourceTable
  readonly mapping: Mapping
  readonly guess: GuessedMapping
  /** Tells the file, read by this mapping, from others. */
  digest(): Promise<string>
  /** The rows of the file, read by the mapping and compared with each other, in batches. */
  chunks(): AsyncIterable<ReadRow[]>
  progress(rows: number): { rows: number; bytesRead: number; bytesTotal: number | null }
}

/** Opens a file and settles what its columns mean: as told, as saved, or as guessed. */
export async function prepareImport(input: ImportInput, store: Store): Promise<Prepared> {
  const { path, sheet } = input
  const options = sheet === undefined ? {} : { sheet }
  let opened = await openGuessed(path, options)
  if (isWithoutHeaders(opened.guess)) {
    await opened.table.close()
    opened = await openGuessed(path, { ...options, headers: 'none' })
  }
  try {
    return await prepareTable(opened, input, store)
  } catch (error) {
    await opened.table.close()
    throw error
  }
}

/** A table whose first rows were read, with what its columns probably mean. */
interface Opened {
  readonly table: SourceTable
  readonly rows: AsyncGenerator<SourceRow[]>
  readonly sample: SourceRow[]
  readonly guess: GuessedMapping
}

async function openGuessed(path: string, options: TableOptions): Promise<Opened> {
  const table = await openTable(path, options).catch(fileProblem)
  const rows = table.rows()
  const first = await rows.next().catch(fileProblem)
  const sample = first.done ? [] : first.value
  return { table, rows, sample, guess: guessMapping(table.headers, sample) }
}

async function prepareTable(
  { table, rows, sample, guess }: Opened,
  input: ImportInput,
  store: Store,
): Promise<Prepared> {
  const chosen = await chooseMapping(input, store, guess)
  const mapping = await withFixed(chosen, input, store)
  const { bound, missing } = bindMapping(mapping, table.headers)
  if (missing.length > 0) {
    failWith('file_invalid.columns', { columns: missing.join(', ') }, 'path')
  }
  const checks = createRowChecks(mapping.kind)
  const definitions = await traitDefinitions(store)
  const model = modelTrait(mapping)
  const usual = mapping.kind === 'units' ? await usualLocation(store) : ''
  const placeColumn = bound.columns.find(({ field }) => field === 'location')
  const namesPlace = ({ values }: SourceRow) =>
    input.location !== undefined ||
    (placeColumn !== undefined && hasValue(values[placeColumn.index] ?? ''))
  let digest: Promise<string> | undefined
  const digestOnce = () => (digest ??= digestOf(input.path, mapping))
  const refuseAgain = againRefuser(store, digestOnce, input.again)
  const read = (source: SourceRow): ReadRow => {
    const fitting = checkTraits(definitions, applyMapping(bound, source))
    const mapped = withPlace(checks.check(fitting), usual)
    if (mapped.unit) mapped.unit.namesPlace = namesPlace(source)
    const { item } = mapped
    if (model !== undefined && item && fitsTrait(definitions, 'items', model, item.sku)) {
      item.traits[model] ??= item.sku
    }
    return { source, mapped }
  }
  return {
    table,
    mapping,
    guess,
    digest: digestOnce,
    async *chunks() {
      try {
        yield await refuseAgain(sample.map(read))
        for await (const batch of rows) yield await refuseAgain(batch.map(read))
      } catch (error) {
        fileProblem(error)
      } finally {
        await table.close()
      }
    },
    progress: (count) => ({
      rows: count,
      bytesRead: table.progress().bytesRead,
      bytesTotal: table.progress().bytesTotal ?? null,
    }),
  }
}

/** Refuses stock without numbers that an earlier import of the same file has brought in. */
function againRefuser(
  store: Store,
  digest: () => Promise<string>,
  again = false,
): (rows: ReadRow[]) => Promise<ReadRow[]> {
  let earlier: Promise<string | undefined> | undefined
  return async (rows) => {
    if (again || !rows.some(isUnnumbered)) return rows
    const batch = await (earlier ??= digest().then((own) => earlierImport(store, own)))
    if (batch === undefined) return rows
    return rows.map((row) => {
      if (!isUnnumbered(row)) return row
      const { mapped } = row
      const problem = valueProblem(fault('stock_again', { batch }), mapped.line, null)
      return { ...row, mapped: { ...mapped, problems: [problem] } }
    })
  }
}

const isUnnumbered = ({ mapped: { unit, problems } }: ReadRow): boolean =>
  problems.length === 0 &&
  unit !== undefined &&
  unit.serial === undefined &&
  Object.keys(unit.identifiers).length === 0

/** Units that have left need no place; where others name none, the usual one is taken and told. */
const gone: readonly Status[] = ['in_transit', 'delivered', 'lost', 'consumed', 'disposed']

function withPlace(row: MappedRow, usual: string): MappedRow {
  const { unit, line } = row
  if (!unit || unit.location !== undefined) return row
  unit.location = usual
  if (gone.includes(unit.status ?? 'in_stock')) return row
  const assumed = valueProblem(fault('location_assumed', { location: usual }), line, null)
  return { ...row, warnings: [...row.warnings, assumed] }
}

async function traitDefinitions(store: Store): Promise<TraitDefinitions> {
  const traits = await definedTraits(store)
  return new Map(
    traits.map(({ code, definition }) => [code.toUpperCase(), { ...definition, code }]),
  )
}

/** What the file calls a model stays searchable as `model:`, though it is the item's code. */
function modelTrait({ columns }: Mapping): string | undefined {
  const sku = columns.find(({ field }) => field === 'sku')
  const name = sku && traitNameOf(sku.header)
  return name?.startsWith('model') ? name : undefined
}

async function chooseMapping(
  { mapping, savedMapping: name }: ImportInput,
  store: Store,
  guess: GuessedMapping,
): Promise<Mapping> {
  if (name !== undefined) return savedMapping(store, name)
  if (mapping === undefined) return mappingSchema.parse(guess)
  const parsed = mappingSchema.safeParse(mapping)
  if (parsed.success) return parsed.data
  return failWith('file_invalid.mapping', wrongMapping(parsed.error), 'path')
}

/** Units need a place and an item: told for the whole file where no column says them. */
async function withFixed(
  mapping: Mapping,
  { location, item }: ImportInput,
  store: Store,
): Promise<Mapping> {
  if (mapping.kind !== 'units') return mapping
  const has = (field: string) => mapping.columns.some((column) => column.field === field)
  const fixed = { ...mapping.fixed }
  if (item !== undefined) fixed.sku = item
  if (location !== undefined) fixed.location = location
  else if (!has('location') && fixed.location === undefined) {
    fixed.location = await usualLocation(store)
  }
  return { ...mapping, fixed }
}

/** The only location of the company, or one called MAIN. */
async function usualLocation(store: Store): Promise<string> {
  const rows = await store.read
    .selectFrom('live_subjects')
    .select('code')
    .where('kind', '=', 'location')
    .where('id', '>', 1)
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]!.code : 'MAIN'
}

function fileProblem(error: unknown): never {
  if (!(error instanceof FileError)) throw error
  const problem = problemThatSays('file_invalid', error.said)
  throw new ProblemError({ ...problem, type: error.problem.code, field: 'path' })
}
