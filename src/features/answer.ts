import type { Operation } from '../contract/operation.ts'
import { ProblemError } from '../contract/problem.ts'
import type { Context, Handler } from './context.ts'
import { handlers } from './index.ts'

const byName = new Map<string, Handler>(handlers.map((one) => [one.operation.name, one]))

/**
 * Answers an operation: checks the input, does it, and lets out only what the output describes.
 * Throws a `ProblemError` when the input is wrong or the operation cannot be done.
 */
export async function answer(
  operation: Operation,
  input: unknown,
  context: Context,
): Promise<unknown> {
  const { handle } = handlerOf(operation)
  return operation.output.parse(await handle(checkInput(operation, input), context))
}

/** Answers a streamed operation, line by line. */
export async function* answerStream(
  operation: Operation,
  input: unknown,
  context: Context,
): AsyncIterable<unknown> {
  const { handle } = handlerOf(operation)
  const lines = handle(checkInput(operation, input), context) as AsyncIterable<unknown>
  for await (const line of lines) yield operation.output.parse(line)
}

const handlerOf = ({ name }: Operation): Handler => {
  const handler = byName.get(name)
  if (!handler) throw new Error(`Nothing answers the operation ${name}.`)
  return handler
}

function checkInput(operation: Operation, input: unknown): unknown {
  const parsed = operation.input.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.map(String).join('.') || 'input'
  throw new ProblemError({
    type: 'input_invalid',
    title: 'input invalid',
    status: 422,
    detail: `${field}: ${issue?.message ?? 'is not as described'}`,
    field,
  })
}
