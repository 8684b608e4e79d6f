import type { Client } from '../../src/client/client.ts'
import { machineAccess } from '../../src/features/access.ts'
import { answer, answerStream } from '../../src/features/answer.ts'
import type { OpenedStore } from './stores.ts'

export type { Client }

/** Asks an opened company in the process, as the command line does. */
export function clientOf({ store, ledger, folder }: OpenedStore, now = Date.now): Client {
  const context = { store, ledger, folder, now, access: machineAccess('tester') }
  return {
    call: (operation, input) => answer(operation, input, context) as Promise<never>,
    file: (operation, input) => answer(operation, input, context) as Promise<never>,
    stream: (operation, input) => answerStream(operation, input, context) as AsyncIterable<never>,
  }
}

/** All lines of a streamed answer. */
export async function linesOf<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const lines: T[] = []
  for await (const line of stream) lines.push(line)
  return lines
}
