import { rowBytesMax } from '../limits.ts'
import { refuseFile } from '../problem.ts'

/** What a reader of XML is told, in the order of the document. */
export interface XmlEvents {
  /** A tag opens; `attributes` is the text between its name and its end. */
  open(name: string, attributes: string): void
  close(name: string): void
  /** Text between two tags, with its entities resolved. */
  text(text: string): void
}

const broken = (): never => refuseFile('workbook_broken', {}, { reason: 'a sheet cannot be read' })

/**
 * Reads the XML of a workbook piece by piece. Document types are refused, so there are no entities
 * but the five of XML and numbered characters; prefixes of names are left off.
 *
 * @throws FileError `workbook_broken`
 */
export async function readXml(chunks: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  const reader = xmlReader(events)
  for await (const chunk of chunks) reader.push(chunk)
  reader.end()
}

export interface XmlReader {
  push(chunk: Buffer): void
  end(): void
}

/** The same for a caller that stops between two pieces. */
export function xmlReader(events: XmlEvents): XmlReader {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const open: string[] = []
  let rest = ''

  function push(chunk: Buffer): void {
    try {
      rest = readTags(rest + decoder.decode(chunk, { stream: true }), open, events)
    } catch (error) {
      if (error instanceof TypeError) broken()
      throw error
    }
    if (rest.length > rowBytesMax) broken()
  }

  function end(): void {
    if (open.length > 0 || rest.trim() !== '') broken()
  }
  return { push, end }
}

const depthMax = 64

/** Reads all whole tags of a text and returns what is left of it. */
function readTags(text: string, open: string[], events: XmlEvents): string {
  let at = 0
  for (;;) {
    const tag = text.indexOf('<', at)
    if (tag < 0) return text.slice(at)
    const end = tagEnd(text, tag)
    if (end < 0) return text.slice(at)
    if (tag > at && open.length > 0) events.text(unescapeXml(text.slice(at, tag)))
    readTag(text.slice(tag + 1, end), open, events)
    at = end + 1
  }
}

/** Index of the `>` that ends the tag at `start`; -1 when it has not arrived. */
function tagEnd(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return endOf(text, '-->', start + 4)
  if (text.startsWith('<![CDATA[', start)) return endOf(text, ']]>', start + 9)
  let end = text.indexOf('>', start)
  while (end >= 0 && isInQuotes(text, start, end)) end = text.indexOf('>', end + 1)
  return end
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length - 1
}

function isInQuotes(text: string, start: number, end: number): boolean {
  let quote = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (quote === 0 && (code === 34 || code === 39)) quote = code
    else if (code === quote) quote = 0
  }
  return quote !== 0
}

const tagName = /^[^\s/]+/

function readTag(tag: string, open: string[], events: XmlEvents): void {
  const first = tag.charCodeAt(0)
  if (first === 47) {
    const name = localName(tag.slice(1).trimEnd())
    if (open.pop() !== name) broken()
    return events.close(name)
  }
  if (first === 63) return
  if (first === 33) {
    if (tag.startsWith('![CDATA[') && open.length > 0) return events.text(tag.slice(8, -2))
    return tag.startsWith('!--') ? undefined : broken()
  }
  const isEmpty = tag.endsWith('/')
  const whole = tagName.exec(tag)?.[0] ?? broken()
  const name = localName(whole)
  events.open(name, tag.slice(whole.length, isEmpty ? -1 : undefined))
  if (isEmpty) return events.close(name)
  open.push(name)
  if (open.length > depthMax) broken()
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Value of one attribute; undefined when the tag has none of that name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    const after = at + name.length
    const quote = attributes[after + 1]
    if (!(before <= 32 || before === 58)) continue
    if (attributes[after] !== '=' || (quote !== '"' && quote !== "'")) continue
    const end = attributes.indexOf(quote, after + 2)
    return end < 0 ? undefined : unescapeXml(attributes.slice(after + 2, end))
  }
  return undefined
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return named[name as string] ?? whole
      const point = hex !== undefined ? parseInt(hex as string, 16) : Number(decimal)
      return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'
    },
  )
}
