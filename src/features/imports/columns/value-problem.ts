import { shownFacts } from '../../../files/read/problem.ts'
import type { Facts, Problem } from '../../../files/read/problem.ts'
import texts from '../../../i18n/en/rows.json' with { type: 'json' }
import { sayFrom } from '../../../i18n/english.ts'

/** Says what an import has to say of columns and rows. */
export const say = sayFrom('rows', texts)

/**
 * Everything that can be wrong with a value or a row, as one closed list: stable codes, in
 * src/i18n/en/rows.json. Those that refuse the row and those that only warn stand together, as
 * some do either.
 */
export type ValueProblemCode = keyof typeof texts.problem

/** What is wrong with a value, before it is known where it stands. */
export interface Fault {
  readonly code: ValueProblemCode
  readonly facts: Facts
}

export const fault = (code: ValueProblemCode, facts: Facts = {}): Fault => ({ code, facts })

/** Places a fault into a file. */
export function valueProblem(
  { code, facts }: Fault,
  line: number,
  column: string | null,
): Problem<ValueProblemCode> {
  return { code, line, column, said: say(`problem.${code}`, shownFacts(facts)) }
}

/** Result of reading a value: the value, perhaps with a warning, or what is wrong with it. */
export type Reading<T> =
  | { readonly value: T; readonly warning?: Fault; readonly fault?: undefined }
  | { readonly fault: Fault }
