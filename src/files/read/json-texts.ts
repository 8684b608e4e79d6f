import { rowBytesMax } from './limits.ts'
import { refuseFile } from './problem.ts'

/**
 * The text of one JSON record and the line on which it begins; its number in the list where
 * several begin on one line.
 */
export interface JsonText {
  readonly line: number
  readonly text: string
}

const newline = 0x0a
const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09

/** A list inside an object, as programs answer with it: what stands around the list is left out. */
export interface WrappedList {
  /** Bytes of UTF-8 before the list. */
  readonly bytes: number
  /** Line on which the list begins. */
  readonly line: number
}

/** What is known of the text that was read so far. */
interface Reading {
  line: number
  readonly isWrapped: boolean
  /** Whether the text is a list, and whether that has ended. */
  list: 'unknown' | 'open' | 'closed' | 'none'
  /** Line of the record that has begun; 0 between records. */
  begun: number
  /** Line of the record before, and how many there were. */
  lastBegun: number
  count: number
  /** Records share lines, so that their numbers tell more. */
  isCompact: boolean
  /** Brackets and braces that are open inside the record. */
  depth: number
  inText: boolean
  isEscaped: boolean
  /** Parts of the record from earlier chunks. */
  kept: Buffer[]
  keptBytes: number
}

/**
 * Cuts a JSON list into the texts of its records, or objects that follow one another, holding no
 * more than one record and one chunk at a time.
 *
 * @param chunks the text in UTF-8
 * @param wrapped where the list is, when it is inside an object
 * @throws FileError `row_too_long`, `json_truncated`, `json_text_after`, `json_not_list`
 */
export async function* jsonTexts(
  chunks: AsyncIterable<Buffer>,
  wrapped?: WrappedList,
): AsyncGenerator<JsonText[]> {
  let before = wrapped?.bytes ?? 0
  const reading: Reading = {
    line: wrapped?.line ?? 1,
    isWrapped: wrapped !== undefined,
    list: 'unknown',
    begun: 0,
    lastBegun: 0,
    count: 0,
    isCompact: false,
    depth: 0,
    inText: false,
    isEscaped: false,
    kept: [],
    keptBytes: 0,
  }
  for await (const chunk of chunks) {
    const texts = cut(reading, chunk.subarray(before))
    before = Math.max(0, before - chunk.length)
    if (texts.length > 0) yield texts
  }
  if (reading.begun !== 0) refuseFile('json_truncated', { line: reading.begun })
  if (reading.list === 'open') refuseFile('json_truncated', { line: reading.line })
}

function cut(reading: Reading, chunk: Buffer): JsonText[] {
  const texts: JsonText[] = []
  let start = 0
  for (let at = 0; at < chunk.length; at++) {
    const byte = chunk[at]!
    if (reading.begun === 0) {
      between(reading, byte)
      start = at
    }
    if (reading.begun !== 0) {
      const ending = within(reading, byte)
      if (ending !== 'none') {
        texts.push(finish(reading, chunk.subarray(start, ending === 'after' ? at + 1 : at)))
        if (ending === 'before') between(reading, byte)
      }
    }
    if (byte === newline) reading.line++
  }
  if (reading.begun !== 0) keep(reading, Buffer.from(chunk.subarray(start)))
  return texts
}

/** Takes a byte that stands between records; it may begin one. */
function between(reading: Reading, byte: number): void {
  const { list, line, isWrapped } = reading
  if (isSpace(byte) || (byte === comma && list === 'open')) return
  if (list === 'closed' && isWrapped) return
  if (list === 'closed') refuseFile('json_text_after', { line })
  if (byte === openBracket && list === 'unknown') reading.list = 'open'
  else if (byte === closeBracket && list === 'open') reading.list = 'closed'
  else {
    if (list === 'unknown') reading.list = 'none'
    if (list !== 'open' && byte !== openBrace) refuseFile('json_not_list', { line })
    reading.begun = line
  }
}

/** Takes a byte of a record, and says whether the record ends before or after it. */
function within(reading: Reading, byte: number): 'none' | 'before' | 'after' {
  if (reading.inText) {
    if (reading.isEscaped) reading.isEscaped = false
    else if (byte === backslash) reading.isEscaped = true
    else if (byte === quote) reading.inText = false
  } else if (byte === quote) reading.inText = true
  else if (byte === openBrace || byte === openBracket) reading.depth++
  else if (byte === closeBrace || byte === closeBracket) {
    if (reading.depth === 0) return 'before'
    reading.depth--
    if (reading.depth === 0) return 'after'
  } else if (byte === comma && reading.depth === 0) return 'before'
  return 'none'
}

function keep(reading: Reading, piece: Buffer): void {
  reading.keptBytes += piece.length
  if (reading.keptBytes > rowBytesMax) refuseFile('row_too_long', { line: reading.begun })
  reading.kept.push(piece)
}

function finish(reading: Reading, piece: Buffer): JsonText {
  keep(reading, piece)
  reading.count++
  reading.isCompact ||= reading.begun === reading.lastBegun
  reading.lastBegun = reading.begun
  const line = reading.isCompact ? reading.count : reading.begun
  const record = { line, text: Buffer.concat(reading.kept).toString() }
  reading.kept = []
  reading.keptBytes = 0
  reading.begun = 0
  return record
}

/**
 * Lines of a JSON lines file. Each stands alone, so that a broken one does not harm the next.
 *
 * @param chunks the text in UTF-8
 * @throws FileError `row_too_long`
 */
export async function* jsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonText[]> {
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const texts: JsonText[] = []
    let start = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      if (end - start > rowBytesMax) refuseFile('row_too_long', { line })
      const text = bytes.toString('utf8', start, end).trim()
      if (text !== '') texts.push({ line, text })
      line++
      start = end + 1
    }
    rest = bytes.subarray(start)
    if (rest.length > rowBytesMax) refuseFile('row_too_long', { line })
    if (texts.length > 0) yield texts
  }
  const text = rest.toString().trim()
  if (text !== '') yield [{ line, text }]
}
