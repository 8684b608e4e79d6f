import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Orders, Report } from './child.ts'
import { takeDown, type History } from './history.ts'

/** A process that runs Seriatim under load and waits to be killed. */
export interface Victim {
  /** What it said until now; `late` counts the answers that came after the first error. */
  readonly said: { answers: number; late: number; errors: string[] }
  /** Lets it open its store and begin, once it has loaded its program. */
  begin(orders: Orders, history: History): Promise<void>
  /** Resolves the moment that this is true of what it said; throws when it ended before. */
  until(reached: () => boolean): Promise<void>
  /** Kills it by SIGKILL; what it said before has been taken down when this resolves. */
  kill(): Promise<void>
  /** Has it close its store and end by itself; throws when it cannot. */
  close(): Promise<void>
  /** Resolves with its complaint once it has ended by itself. */
  ended(): Promise<string>
}

/** How long to wait for a sign of life before the test fails, in milliseconds. */
const patienceMs = 60_000

/**
 * Starts a victim.
 *
 * @param cache folder in which compiled programs are kept for the next one
 * @param fileBlocksMax the largest file that it can write, in blocks of 512 bytes
 */
export function spawnVictim(cache: string, fileBlocksMax?: number): Victim {
  const child = startChild(cache, fileBlocksMax)
  const reports = child.stdio[3] as Readable
  const said: Victim['said'] = { answers: 0, late: 0, errors: [] }
  let history: History | undefined
  let isReady = false
  let complaint = ''
  let check = () => {}
  const hear = (report: Report) => {
    if (report === 'ready') return void (isReady = true)
    takeDown(history!, report)
    if ('error' in report) said.errors.push(report.error)
    if (!('answer' in report)) return
    said.answers += 1
    if (said.errors.length > 0) said.late += 1
  }
  onLines(reports, (lines) => {
    for (const line of lines) hear(JSON.parse(line) as Report)
    check()
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const closed = once(child, 'close')
  const until = async (reached: () => boolean) => {
    const met = new Promise<void>((resolve) => {
      check = () => reached() && resolve()
      check()
    })
    await Promise.race([
      met,
      closed.then(() => failed(`ended by itself: ${complaint}`)),
      sleep(patienceMs, undefined, { ref: false }).then(() => failed('says nothing any more')),
    ])
  }
  const end = async (wanted: number | string) => {
    const [code, signal] = (await closed) as [number | null, string | null]
    if ((signal ?? code) !== wanted) failed(`ended with ${signal ?? code}: ${complaint}`)
  }
  return {
    said,
    async begin(orders, heardBy) {
      await until(() => isReady)
      history = heardBy
      child.stdin!.write(`${JSON.stringify(orders)}\n`)
    },
    until,
    kill() {
      child.kill('SIGKILL')
      return end('SIGKILL')
    },
    close() {
      child.stdin!.write('close\n')
      return end(0)
    },
    async ended() {
      await closed
      return complaint
    },
  }
}

/** Hands on whole lines: one that was cut short by the kill was never said. */
function onLines(stream: Readable, take: (lines: string[]) => void): void {
  let rest = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop()!
    take(lines)
  })
}

function failed(how: string): never {
  throw new Error(`The child ${how}`)
}

function startChild(cache: string, fileBlocksMax: number | undefined) {
  const program = [process.execPath, fileURLToPath(new URL('./child.ts', import.meta.url))]
  const limited = ['sh', '-c', `ulimit -f ${fileBlocksMax} && exec "$@"`, 'sh', ...program]
  const [command, ...parameters] = fileBlocksMax === undefined ? program : limited
  const env = { ...process.env, NODE_COMPILE_CACHE: cache, NODE_OPTIONS: '' }
  return spawn(command!, parameters, { env, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] })
}
