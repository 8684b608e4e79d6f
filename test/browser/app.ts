import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { uuidv7 } from 'uuidv7'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openWebClient, type WebClient } from '../../src/client/web-client.ts'
import type { Answer } from '../../src/domain/command.ts'
import { openPage, type BrowserPage } from './browser.ts'

/** A server of its own over an empty data folder, as `npm start` starts it. */
export interface App {
  readonly address: string
  /** Where it keeps its data. */
  readonly dataFolder: string
  /** Asks the server, as the owner. */
  readonly client: WebClient
  /** Records a command that must be accepted. */
  readonly accept: (kind: string, input: unknown, time?: number) => Promise<Answer & { ok: true }>
  /** Opens a page of the company, such as `/find?q=drill`, in a browser of its own. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<BrowserPage>
  /** Ends the server at once, as a power cut does. */
  readonly crash: () => Promise<void>
  /** Starts it again over the same data, at the same address. */
  readonly comeBack: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The account that each of them has. */
export const owner = { login: 'olga', name: 'Olga Owner', password: 'seven green bottles fall' }

/**
 * Starts a server on a free port.
 *
 * @param fill puts into the data folder what is there before the server starts
 */
export async function openApp(fill: (dataFolder: string) => void = () => {}): Promise<App> {
  const { address, secret, dataFolder, crash, comeBack, close } = await startServer(fill)
  const cookie = await makeOwner(address, secret)
  const client = openWebClient({ fetch: signedIn(cookie), company: 'main', server: address })
  return {
    address,
    dataFolder,
    client,
    async accept(kind, input, time) {
      const command = { id: uuidv7(), kind, input, ...(time !== undefined && { time }) }
      const { answers } = await client.call('recordCommands', { commands: [command] })
      const answer = answers[0] as Answer
      if (!answer.ok) throw new Error(`${kind} was refused: ${answer.refusal.message}`)
      return answer
    },
    async open(path, options) {
      const opened = await openPage(options)
      const [name = '', value = ''] = cookie.split('=')
      await opened.page.context().addCookies([{ name, value, url: address }])
      await opened.page.goto(`${address}/c/main${path}`)
      await pageDrawn(opened.page)
      return opened
    },
    crash,
    comeBack,
    close,
  }
}

/**
 * Starts a server that nobody has an account on yet; the secret is that of its one-time link.
 *
 * @param fill as in openApp
 */
export async function startServer(fill: (dataFolder: string) => void = () => {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'seriatim-browser-'))
  fill(dataFolder)
  let child = startProcess(dataFolder, '0')
  const crash = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const greeting = await greetingIn(child.stdout)
  const comeBack = async () => {
    child = startProcess(dataFolder, new URL(greeting.address).port)
    await greetingIn(child.stdout, true)
  }
  const close = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
    rmSync(dataFolder, { recursive: true })
  }
  return { ...greeting, dataFolder, crash, comeBack, close }
}

function startProcess(dataFolder: string, port: string) {
  const child = spawn(process.execPath, ['src/main.ts', 'serve', '--port', port], {
    env: { ...process.env, SERIATIM_DATA: dataFolder, DATABASE_URL: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  showFaults(child.stderr)
  return child
}

/** Waits for the page itself, which comes after the word that it is loading. */
export const pageDrawn = (page: Page): Promise<void> =>
  page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Loading' }).waitFor()

/** Shows what the server complains about; the lines about its requests are not for a test run. */
function showFaults(output: Readable): void {
  createInterface(output).on('line', (line) => {
    if (!/^\{"level":[1-4]0,/.test(line)) process.stderr.write(`${line}\n`)
  })
}

/** The address and, while it has no owner, the one-time link that the server prints when it listens. */
async function greetingIn(
  output: Readable,
  hasOwner = false,
): Promise<{ address: string; secret: string }> {
  let address: string | undefined
  for await (const line of createInterface(output)) {
    address ??= /running at (http\S+)/.exec(line)?.[1]
    const secret = hasOwner ? '' : /\/setup#(\S+)/.exec(line)?.[1]
    if (address !== undefined && secret !== undefined) return { address, secret }
  }
  throw new Error('The server ended before it listened.')
}

/** Makes the owner's account by the link; answers with the cookie that says who it is. */
async function makeOwner(address: string, secret: string): Promise<string> {
  const response = await fetch(`${address}/api/-/links/owner`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, ...owner }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`No owner was made: ${await response.text()}`)
  return cookie
}

const signedIn =
  (cookie: string): typeof fetch =>
  (url, request) =>
    fetch(url, { ...request, headers: { ...(request?.headers as object), cookie } })
