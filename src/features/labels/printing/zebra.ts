import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Printer } from '../../../contract/label-jobs.ts'
import { failWith } from '../../../contract/problem.ts'
import { addressOf } from './printers.ts'
import { sayProblem, type ProblemText } from '../../../contract/problem-types.ts'
import type { Clause, Said } from '../../../i18n/clause.ts'
import { reasonOf, SaidError } from '../../../i18n/said-error.ts'

/** A printer that takes ZPL II over TCP and says how it is. */
export interface ZebraConnection {
  /** Gives the bytes to the printer; done when they have left this machine. */
  send(bytes: Uint8Array): Promise<void>
  status(): Promise<ZebraStatus>
  close(): void
}

export interface ZebraStatus {
  /** What a person has to do before it prints; empty when it is ready. */
  readonly problems: readonly Clause[]
  /** Labels and formats that it has taken and not printed yet. */
  readonly left: number
}

const ignore = () => {}

const connectTimeoutMs = 5000
const answerTimeoutMs = 5000

/** Connects to a printer; ends with a problem when nobody is there. */
export async function connectZebra(printer: Printer): Promise<ZebraConnection> {
  const address = await addressOf(printer)
  const socket = connect({ host: address, port: printer.port })
  const unreachable = (reason: Said) =>
    failWith('printer_unreachable', { printer: printer.name, reason })
  const timer = setTimeout(
    () => socket.destroy(new SaidError(sayProblem('printer_unreachable.reason_late'))),
    connectTimeoutMs,
  )
  try {
    await once(socket, 'connect')
  } catch (error) {
    return unreachable(reasonOf(error))
  } finally {
    clearTimeout(timer)
  }
  // What goes wrong later is found out by whoever sends or asks next.
  socket.on('error', ignore)
  return {
    async send(bytes) {
      await write(socket, bytes).catch((error: unknown) => unreachable(reasonOf(error)))
    },
    async status() {
      const answer = await ask(socket).catch((error: unknown) => unreachable(reasonOf(error)))
      return readStatus(answer) ?? unreachable(sayProblem('printer_unreachable.reason_strange'))
    },
    close: () => void socket.destroy(),
  }
}

const write = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })

/** Asks for the host status: three lines, each between STX and ETX. */
async function ask(socket: Socket): Promise<string> {
  let answer = ''
  const answered = new Promise<void>((resolve, reject) => {
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1')
      if ((answer.match(/\x03/g)?.length ?? 0) >= 3) resolve()
    })
    socket.once('error', reject)
    socket.once('close', () =>
      reject(new SaidError(sayProblem('printer_unreachable.reason_broken'))),
    )
  })
  const timer = setTimeout(
    () => socket.destroy(new SaidError(sayProblem('printer_unreachable.reason_late'))),
    answerTimeoutMs,
  )
  try {
    await Promise.all([write(socket, Buffer.from('~HS')), answered])
    return answer
  } finally {
    clearTimeout(timer)
    socket.removeAllListeners()
    socket.on('error', ignore)
  }
}

/** Reads the answer to `~HS` (ZPL II Programming Guide, "Host Status Return"). */
function readStatus(answer: string): ZebraStatus | null {
  const lines = [...answer.matchAll(/\x02([^\x03]*)\x03/g)].map(([, line]) => line!.split(','))
  const [first, second] = lines.slice(-3)
  if (!first || !second || first.length < 12 || second.length < 9) return null
  const flags: readonly [boolean, ProblemText][] = [
    [first[1] === '1', 'printer_not_ready.labels'],
    [second[2] === '1', 'printer_not_ready.head'],
    [second[3] === '1', 'printer_not_ready.ribbon'],
    [first[2] === '1', 'printer_not_ready.paused'],
    [first[9] === '1', 'printer_not_ready.memory_damaged'],
    [first[10] === '1', 'printer_not_ready.cold'],
    [first[11] === '1', 'printer_not_ready.hot'],
    [first[5] === '1', 'printer_not_ready.memory_full'],
  ]
  return {
    problems: flags.filter(([isSet]) => isSet).map(([, text]) => sayProblem(text)),
    left: Number(first[4]) + Number(second[8]),
  }
}
