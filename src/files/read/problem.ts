import {
  cellLengthMax,
  columnsMax,
  fileBytesMax,
  headerLengthMax,
  rowBytesMax,
  sharedStringsBytesMax,
  zipEntriesMax,
  zipRatioMax,
  zipUnpackedBytesMax,
} from './limits.ts'
import type { Clause, Said } from '../../i18n/clause.ts'
import texts from '../../i18n/en/files.json' with { type: 'json' }
import { inEnglish, sayFrom } from '../../i18n/english.ts'

const say = sayFrom('files', texts)

/**
 * Everything that can be wrong with a file, as one closed list: stable codes, in
 * src/i18n/en/files.json.
 */
export type FileProblemCode = keyof typeof texts.problem

/** The limits that sentences name. */
export const limitsTold: Readonly<Partial<Record<FileProblemCode, number>>> = {
  file_too_large: fileBytesMax / 2 ** 30,
  columns_too_many: columnsMax,
  header_too_long: headerLengthMax,
  row_too_long: rowBytesMax / 2 ** 20,
  cell_too_long: cellLengthMax,
  workbook_too_many_parts: zipEntriesMax,
  workbook_too_large: zipUnpackedBytesMax / 2 ** 30,
  workbook_bomb: zipRatioMax,
  workbook_texts_too_large: sharedStringsBytesMax / 2 ** 20,
}

/** What is wrong with a file, a row or a cell. */
export interface Problem<Code extends string = string> {
  readonly code: Code
  /** Line of the file (row of the sheet), from 1; null when it concerns the whole file. */
  readonly line: number | null
  /** Name of the column; null when it concerns the whole row. */
  readonly column: string | null
  /** What is wrong and what to do; put into words only where somebody reads it. */
  readonly said: Clause
}

export type Facts = Clause['values']

/** Where a problem is. */
export interface Place {
  readonly line?: number | null
  readonly column?: string | null
}

/** Longest text of a file that is shown in a sentence, in UTF-16 code units. */
const shownLengthMax = 200

/** Facts of a file as they are shown: what is hidden in a text is made to show. */
export function shownFacts(facts: Facts): Facts {
  const shown: Record<string, Said> = {}
  for (const name in facts) shown[name] = shownFact(facts[name]!)
  return shown
}

function shownFact(fact: Said): Said {
  if (typeof fact !== 'string') return fact
  const text = fact.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd')
  return text.length > shownLengthMax ? `${text.slice(0, shownLengthMax)}…` : text
}

export function fileProblem(
  code: FileProblemCode,
  place: Place = {},
  facts: Facts = {},
): Problem<FileProblemCode> {
  const most = limitsTold[code]
  const said = say(`problem.${code}`, shownFacts(most === undefined ? facts : { ...facts, most }))
  const { line = null, column = null } = place
  return { code, line, column, said }
}

/** The file as a whole cannot be read, or not beyond this point. */
export class FileError extends Error {
  readonly problem: Problem<FileProblemCode>
  /** What is wrong, with the line. */
  readonly said: Clause
  constructor(problem: Problem<FileProblemCode>) {
    const { line, said } = problem
    const placed = line === null ? said : say('onLine', { line, problem: said })
    super(inEnglish(placed))
    this.name = 'FileError'
    this.problem = problem
    this.said = placed
  }
}

/** Ends the reading of a file. */
export function refuseFile(code: FileProblemCode, place: Place = {}, facts: Facts = {}): never {
  throw new FileError(fileProblem(code, place, facts))
}
