import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** A server in a process of its own. */
export interface RunningServer {
  readonly port: number
  /** Says who asks. */
  readonly cookie: string
  stop(): Promise<void>
}

/** Starts Seriatim on a free port, as `npm start` does, and signs in as its owner. */
export async function startServer(environment: Record<string, string>): Promise<RunningServer> {
  const child = spawn(process.execPath, ['src/main.ts', 'serve', '--port', '0'], {
    env: { ...process.env, DATABASE_URL: undefined, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const { address, secret } = await greetingIn(child.stdout)
  const response = await fetch(`${address}/api/-/links/owner`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      secret,
      login: 'bench',
      name: 'Bench',
      password: 'a long bench stands',
    }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(await response.text())
  return { port: Number(new URL(address).port), cookie, stop: () => stop(child) }
}

async function greetingIn(output: Readable): Promise<{ address: string; secret: string }> {
  let address: string | undefined
  for await (const line of createInterface(output)) {
    address ??= /running at (http\S+)/.exec(line)?.[1]
    const secret = /\/setup#(\S+)/.exec(line)?.[1]
    if (address !== undefined && secret !== undefined) return { address, secret }
  }
  throw new Error('The server ended before it listened.')
}

/** Starts a bare HTTP server that sends an answer to everybody. */
export async function startBareServer(answer: string): Promise<Omit<RunningServer, 'cookie'>> {
  const child = spawn(process.execPath, ['bench/http-bare-server.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(answer)
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { port: Number(line), stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}
