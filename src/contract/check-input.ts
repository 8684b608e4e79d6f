import type { z } from 'zod'
import { issueOf } from '../domain/issue.ts'
import type { Operation } from './operation.ts'
import { failWith } from './problem.ts'

/** The input of an operation with its defaults; throws a `ProblemError` that names what is wrong. */
export function checkInput<In extends z.ZodType>(
  operation: Pick<Operation<In>, 'input'>,
  input: unknown,
): z.output<In> {
  const parsed = operation.input.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.map(String).join('.') || 'input'
  return failWith('input_invalid', { field, problem: issueOf(issue) }, field)
}
