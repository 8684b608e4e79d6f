import { cellProblems } from './cells.ts'
import { columnNames } from './headers.ts'
import { batchRows, columnsMax, jsonDepthMax, jsonSampleRecords } from './limits.ts'
import { plainNumber } from './plain-number.ts'
import { fileProblem, refuseFile } from './problem.ts'
import type { HeadedRows } from './grid-table.ts'
import type { JsonText } from './json-texts.ts'
import type { RecordRow, SourceRow } from './table.ts'

/**
 * Rows of JSON records. The columns are the fields of the first records in order of appearance;
 * a field that turns up later is an extra of its row.
 *
 * @throws FileError `file_empty`, `columns_too_many`
 */
export async function recordTable(texts: AsyncGenerator<JsonText[]>): Promise<HeadedRows> {
  const sample: RecordRow[] = []
  while (sample.length < jsonSampleRecords) {
    const next = await texts.next()
    if (next.done === true) break
    sample.push(...next.value.map(readRecord))
  }
  const names = new Set<string>()
  for (const record of sample) for (const name of record.fields.keys()) names.add(name)
  if (names.size === 0) refuseEmpty(sample)
  const fields = [...names]
  const headers = columnNames(fields, 1)

  async function* records(): AsyncGenerator<RecordRow[]> {
    yield sample
    for await (const batch of texts) yield batch.map(readRecord)
  }
  return {
    headers,
    async *rows() {
      for await (const batch of records()) {
        for (let at = 0; at < batch.length; at += batchRows) {
          const part = batch.slice(at, at + batchRows)
          yield part.map((record) => sourceRow(record, fields, names, headers))
        }
      }
    },
  }
}

function refuseEmpty(sample: readonly RecordRow[]): never {
  const problem = sample[0]?.problems?.[0]
  if (problem !== undefined) refuseFile('json_not_list', { line: problem.line })
  return refuseFile('file_empty')
}

function sourceRow(
  { line, fields: found, problems: earlier }: RecordRow,
  fields: readonly string[],
  names: ReadonlySet<string>,
  headers: readonly string[],
): SourceRow {
  const values = fields.map((field) => found.get(field) ?? '')
  const extra = [...found].filter(([name]) => !names.has(name))
  const problems = [...(earlier ?? []), ...(cellProblems(values, line, headers) ?? [])]
  return {
    line,
    values,
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
    ...(problems.length > 0 && { problems }),
  }
}

function readRecord({ line, text }: JsonText): RecordRow {
  const fields = new Map<string, string>()
  try {
    const value = parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { line, fields, problems: [fileProblem('json_not_object', { line })] }
    }
    flatten(value, '', 1, fields)
  } catch {
    return { line, fields: new Map(), problems: [fileProblem('json_invalid', { line })] }
  }
  if (fields.size > columnsMax) refuseFile('columns_too_many', { line })
  return { line, fields }
}

/** Numbers longer than a floating-point number can hold are kept as they are written. */
function parse(text: string): unknown {
  const isShort = !/\d{16}|\d[eE]|\d\.\d*\d{9}/.test(text)
  return isShort ? JSON.parse(text) : JSON.parse(text, keepDigits)
}

const keepDigits = (_: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' && context?.source !== undefined ? plainNumber(context.source) : value

type JsonValue = string | number | boolean | null | object

function flatten(value: object, prefix: string, depth: number, into: Map<string, string>): void {
  for (const [name, field] of Object.entries(value) as [string, JsonValue][]) {
    const path = prefix + name
    if (typeof field === 'string') into.set(path, field)
    else if (field === null) into.set(path, '')
    else if (typeof field !== 'object') into.set(path, String(field))
    else if (Array.isArray(field) || depth === jsonDepthMax) into.set(path, JSON.stringify(field))
    else flatten(field, `${path}.`, depth + 1, into)
  }
}
