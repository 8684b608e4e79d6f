import { checkInput } from '../contract/check-input.ts'
import type { Operation } from '../contract/operation.ts'
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
