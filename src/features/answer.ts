import { checkInput } from '../contract/check-input.ts'
import type { Operation } from '../contract/operation.ts'
import { refuseDenied } from './access.ts'
import type { AnyContext, Handler } from './context.ts'
import { handlers } from './index.ts'
import { reported } from './reach.ts'

const byName = new Map<string, Handler>(handlers.map((one) => [one.operation.name, one]))

/**
 * Answers an operation: refuses whoever may not, checks the input, does it, and lets out only what
 * the output describes. Throws a `ProblemError` when the operation cannot be done.
 *
 * @param context that of the operation's scope
 */
export async function answer(
  operation: Operation,
  input: unknown,
  context: AnyContext,
): Promise<unknown> {
  const { handle } = handlerOf(operation)
  refuseDenied(operation, context.access)
  const checked = checkInput(operation, input)
  try {
    return operation.output.parse(await handle(checked, context))
  } catch (error) {
    throw reported(error)
  }
}

/** Answers a streamed operation, line by line. */
export async function* answerStream(
  operation: Operation,
  input: unknown,
  context: AnyContext,
): AsyncIterable<unknown> {
  const { handle } = handlerOf(operation)
  refuseDenied(operation, context.access)
  const lines = handle(checkInput(operation, input), context) as AsyncIterable<unknown>
  try {
    for await (const line of lines) yield operation.output.parse(line)
  } catch (error) {
    throw reported(error)
  }
}

const handlerOf = ({ name }: Operation): Handler => {
  const handler = byName.get(name)
  if (!handler) throw new Error(`Nothing answers the operation ${name}.`)
  return handler
}
