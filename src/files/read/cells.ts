import { cellLengthMax } from './limits.ts'
import { fileProblem } from './problem.ts'
import type { Problem } from './problem.ts'

// C0 controls but tab and line breaks, DEL, C1 controls, and the mark that a decoder leaves where
// it found no character.
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/

/** Problems of the cells of one row; undefined when there are none. */
export function cellProblems(
  values: readonly string[],
  line: number,
  headers: readonly string[],
): Problem[] | undefined {
  let problems: Problem[] | undefined
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    if (value.length <= cellLengthMax && !unreadable.test(value) && value.isWellFormed()) continue
    const place = { line, column: headers[index] ?? null }
    problems ??= []
    problems.push(cellProblem(value, place))
  }
  return problems
}

function cellProblem(value: string, place: { line: number; column: string | null }): Problem {
  if (value.length > cellLengthMax) return fileProblem('cell_too_long', place)
  const at = unreadable.exec(value)?.index ?? -1
  const position = at + 1
  if (at < 0 || value[at] === '\ufffd') {
    return fileProblem('cell_undecodable', place, { position: Math.max(position, 1) })
  }
  const point = value.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  return fileProblem('cell_control_character', place, { point, position })
}

/** A quotation mark before what a spreadsheet would take for a formula. */
const guarded = /^'+[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/

/** A text that a spreadsheet was made to keep as it is: `="00123"`. */
const formulaText = /^="([^"]*)"$/

/**
 * The value that a cell stands for: without the quotation mark by which exports, ours among them,
 * guard a value against being run as a formula, and without the formula that keeps leading zeros.
 */
export function cellValue(text: string): string {
  const first = text.charCodeAt(0)
  if (first === 39 && guarded.test(text)) return text.slice(1)
  if (first === 61) return formulaText.exec(text)?.[1] ?? text
  return text
}
