import type { Printer } from '../../../contract/label-jobs.ts'
import { failWith } from '../../../contract/problem.ts'
import { addressOf } from './printers.ts'
import { sayProblem } from '../../../contract/problem-types.ts'
import type { Clause } from '../../../i18n/clause.ts'

/** Operations of IPP (RFC 8011, section 5.4.15) that are used. */
const operations = { printJob: 0x0002, getPrinterAttributes: 0x000b } as const

/** Tags of attributes (RFC 8010, section 3.5). */
const tags = {
  operation: 0x01,
  end: 0x03,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
  name: 0x42,
} as const

const timeoutMs = 60_000
const answerBytesMax = 256 * 1024

/** What an IPP printer answered. */
interface IppAnswer {
  readonly status: number
  /** The first value of each attribute, as text. */
  readonly attributes: ReadonlyMap<string, string>
}

/** Sends a document as one job; done when the queue has taken it. */
export async function printByIpp(
  printer: Printer,
  document: Uint8Array,
  mediaType: string,
  title: string,
): Promise<void> {
  const { status } = await ask(
    printer,
    operations.printJob,
    [
      [tags.name, 'requesting-user-name', 'seriatim'],
      [tags.name, 'job-name', title],
      [tags.mime, 'document-format', mediaType],
    ],
    document,
  )
  // Codes below 0x0100 say that it was accepted.
  if (status < 0x0100) return
  const code = `0x${status.toString(16).padStart(4, '0')}`
  failWith('printer_not_ready.ipp', { printer: printer.name, status: code })
}

/** What keeps a queue from printing. */
export async function ippProblems(printer: Printer): Promise<Clause[]> {
  const { status, attributes } = await ask(printer, operations.getPrinterAttributes, [
    [tags.keyword, 'requested-attributes', 'printer-state'],
    [tags.keyword, '', 'printer-state-reasons'],
    [tags.keyword, '', 'printer-is-accepting-jobs'],
  ])
  if (status >= 0x0100) return [sayProblem('printer_not_ready.queue_path')]
  const problems: Clause[] = []
  if (attributes.get('printer-is-accepting-jobs') === '\u0000')
    problems.push(sayProblem('printer_not_ready.queue_closed'))
  // 5 is "stopped" (RFC 8011, section 5.4.11).
  if (attributes.get('printer-state')?.codePointAt(3) === 5) {
    const reason = attributes.get('printer-state-reasons')
    problems.push(
      reason === undefined
        ? sayProblem('printer_not_ready.queue_stopped')
        : sayProblem('printer_not_ready.queue_stopped_for', { reason }),
    )
  }
  return problems
}

type Attribute = readonly [tag: number, name: string, value: string]

async function ask(
  printer: Printer,
  operation: number,
  attributes: readonly Attribute[],
  document: Uint8Array = new Uint8Array(),
): Promise<IppAnswer> {
  const path = printer.path ?? '/ipp/print'
  const uri = `ipp://${printer.host}:${printer.port}${path}`
  const head = encode(operation, [
    [tags.charset, 'attributes-charset', 'utf-8'],
    [tags.language, 'attributes-natural-language', 'en'],
    [tags.uri, 'printer-uri', uri],
    ...attributes,
  ])
  const address = await addressOf(printer)
  const body = Buffer.concat([head, document])
  const answer = await post(address, printer, path, body).catch((error: unknown) =>
    failWith('printer_unreachable', {
      printer: printer.name,
      reason: (error as Error).message,
    }),
  )
  return decode(answer) ?? failWith('printer_unreachable.ipp', { printer: printer.name })
}

async function post(
  address: string,
  { host, port }: Printer,
  path: string,
  body: Buffer,
): Promise<Buffer> {
  // As a module it loads all of the HTTP client of Node, 14 MiB: not where nothing is printed.
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/ipp',
      'content-length': body.length,
      host: `${host}:${port}`,
    }
    const sent = request(
      { host: address, port, path, method: 'POST', headers, timeout: timeoutMs },
      (response) => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > answerBytesMax) response.destroy(new Error('its answer is too long'))
          else chunks.push(chunk)
        })
        response.on('end', () => resolve(Buffer.concat(chunks)))
        response.on('error', reject)
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A request (RFC 8010, section 3.1): version 2.0, operation, a number, attributes. */
function encode(operation: number, attributes: readonly Attribute[]): Buffer {
  const parts = attributes.map(([tag, name, value]) => {
    const [nameBytes, valueBytes] = [Buffer.from(name), Buffer.from(value)]
    const part = Buffer.alloc(5 + nameBytes.length + valueBytes.length)
    part.writeUInt8(tag, 0)
    part.writeUInt16BE(nameBytes.length, 1)
    nameBytes.copy(part, 3)
    part.writeUInt16BE(valueBytes.length, 3 + nameBytes.length)
    valueBytes.copy(part, 5 + nameBytes.length)
    return part
  })
  const head = Buffer.from([2, 0, operation >> 8, operation & 0xff, 0, 0, 0, 1, tags.operation])
  return Buffer.concat([head, ...parts, Buffer.from([tags.end])])
}

function decode(answer: Buffer): IppAnswer | null {
  if (answer.length < 9 || answer[0]! > 2) return null
  const attributes = new Map<string, string>()
  for (let at = 8; at < answer.length && answer[at] !== tags.end;) {
    if (answer[at]! < 0x10) {
      at += 1
      continue
    }
    if (at + 3 > answer.length) return null
    const nameLength = answer.readUInt16BE(at + 1)
    const valueAt = at + 3 + nameLength
    if (valueAt + 2 > answer.length) return null
    const valueLength = answer.readUInt16BE(valueAt)
    const name = answer.toString('utf8', at + 3, valueAt)
    const value = answer.toString('latin1', valueAt + 2, valueAt + 2 + valueLength)
    // Further values of an attribute have no name.
    if (name !== '' && !attributes.has(name)) attributes.set(name, value)
    at = valueAt + 2 + valueLength
  }
  return { status: answer.readUInt16BE(2), attributes }
}
