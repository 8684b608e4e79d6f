import { Readable, Writable } from 'node:stream'
import { uuidv7 } from 'uuidv7'
import { runCommandLine } from '../../src/cli/run.ts'
import type { Client } from '../../src/client/client.ts'
import { openHttpClient } from '../../src/client/http-client.ts'

/** How a command line ended. */
export interface Outcome {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in this process against a client. */
export async function runLine(
  client: Client,
  parameters: readonly string[],
  stdin = '',
): Promise<Outcome> {
  let exitCode = 0
  const stdout = gathered()
  const stderr = gathered()
  const unexpected = () => Promise.reject(new Error('Not asked for by this test.'))
  await runCommandLine(parameters, {
    withClient: ({ server, company, token }, work) =>
      work(server === undefined ? client : openHttpClient(server, company, token)),
    serve: unexpected,
    restore: unexpected,
    restoreAccounts: unexpected,
    defaultCompany: 'main',
    stdin: Readable.from([stdin]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    endWith: (code) => void (exitCode = code),
    newId: uuidv7,
    now: Date.now,
  })
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() }
}

function gathered() {
  let text = ''
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString()
      done()
    },
  })
  return { stream, text: () => text }
}
