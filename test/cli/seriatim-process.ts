import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { Outcome } from '../support/command-line.ts'

const main = join(import.meta.dirname, '../../src/main.ts')

/** Where a process works, and the data that it works with. */
export interface Surroundings {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
}

function start(parameters: readonly string[], { folder, environment }: Surroundings): ChildProcess {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [main, ...parameters], {
    cwd: folder,
    env: { PATH, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Runs Seriatim as a process of its own, to its end. */
export async function runSeriatim(
  parameters: readonly string[],
  surroundings: Surroundings,
  stdin = '',
): Promise<Outcome> {
  const child = start(parameters, surroundings)
  child.stdin!.end(stdin)
  const closed = once(child, 'close') as Promise<[exitCode: number]>
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!)])
  const [exitCode] = await closed
  return { exitCode, stdout, stderr }
}

/** A server in a process of its own. */
export interface Served {
  readonly address: string
  /** Sends a signal and gives the exit code, with what was written to the error output. */
  stop(signal: NodeJS.Signals): Promise<{ exitCode: number | null; stderr: string }>
}

/** Starts a server on a port that is free. */
export async function startServer(surroundings: Surroundings): Promise<Served> {
  const child = start(['serve', '--port', '0'], surroundings)
  const complaint = text(child.stderr!)
  const closed = once(child, 'close') as Promise<[exitCode: number | null]>
  let said = ''
  for await (const chunk of child.stdout!.setEncoding('utf8')) {
    said += chunk as string
    const address = /running at (http:\/\/\S+)/.exec(said)?.[1]
    if (address === undefined) continue
    return {
      address,
      async stop(signal) {
        child.kill(signal)
        const [exitCode] = await closed
        return { exitCode, stderr: await complaint }
      },
    }
  }
  throw new Error(`The server did not start: ${await complaint}`)
}

/** Starts a process whose output somebody stops reading after the first line, as `head` does. */
export async function readOneLine(
  parameters: readonly string[],
  surroundings: Surroundings,
): Promise<Outcome> {
  const child = start(parameters, surroundings)
  const stderr = text(child.stderr!)
  const closed = once(child, 'close') as Promise<[exitCode: number]>
  const [chunk] = (await once(child.stdout!, 'data')) as [Buffer]
  child.stdout!.destroy()
  const [exitCode] = await closed
  return { exitCode, stdout: chunk.toString().split('\n')[0]!, stderr: await stderr }
}
