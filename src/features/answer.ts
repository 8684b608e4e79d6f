import { checkInput } from '../contract/check-input.ts'
import { jsonWriter } from '../contract/json-writer.ts'
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
export const answer = (
  operation: Operation,
  input: unknown,
  context: AnyContext,
): Promise<unknown> => work(operation, input, context, (done) => operation.output.parse(done))

/** Answers an operation with the JSON of its answer. */
export const answerJson = (
  operation: Operation,
  input: unknown,
  context: AnyContext,
): Promise<string> => work(operation, input, context, writerOf(operation))

async function work<T>(
  operation: Operation,
  input: unknown,
  context: AnyContext,
  letOut: (done: unknown) => T,
): Promise<T> {
  const { handle } = handlerOf(operation)
  refuseDenied(operation, context.access)
  const checked = checkInput(operation, input)
  try {
    return letOut(await handle(checked, context))
  } catch (error) {
    throw reported(error)
  }
}

const writers = new Map<Operation, (done: unknown) => string>()

/** What writes the answers of an operation; it is made when it is first needed. */
function writerOf(operation: Operation): (done: unknown) => string {
  const known = writers.get(operation)
  if (known) return known
  const writer = jsonWriter(operation.output)
  writers.set(operation, writer)
  return writer
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
