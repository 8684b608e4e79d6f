import { isAscii, isUtf8 } from 'node:buffer'
import { headBytes } from './limits.ts'
import { refuseFile } from './problem.ts'

/** UTF-8 text of a file that may have been written in another encoding. */
export interface DecodedText {
  /** Name of the encoding, as far as it is known: `utf-8` until a byte says otherwise. */
  encoding(): string
  /** The start of the text. */
  readonly head: string
  /** All of the text as UTF-8 without byte order mark; `chunks` are the bytes of the file. */
  decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer>
}

/**
 * Finds the encoding of a text: by its byte order mark, by the zeros that UTF-16 puts between
 * Latin letters, or by whether its bytes are valid UTF-8. What is none of these is read as
 * Windows-1252, which Western European spreadsheets write.
 *
 * A text that begins with plain ASCII is judged at its first other byte, wherever that is.
 *
 * @param wanted name of the encoding, where a person said so
 * @throws FileError `encoding_unknown`
 */
export function detectEncoding(head: Buffer, wanted?: string): DecodedText {
  const stated = wanted === undefined ? encodingOfMark(head) : knownEncoding(wanted)
  const isWhole = head.length < headBytes
  let encoding = stated ?? encodingOfBytes(isWhole ? head : withoutPartialCharacter(head))
  if (encoding !== 'utf-8') return decodedBy(encoding, head)

  async function* decode(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let decided = stated !== undefined || !isAscii(head)
    let decoder: InstanceType<typeof TextDecoder> | undefined
    let started = false
    for await (const piece of chunks) {
      const chunk = started ? piece : withoutMark(piece)
      started = true
      if (!decided && !isAscii(chunk)) {
        decided = true
        encoding = encodingOfBytes(withoutPartialCharacter(chunk))
        if (encoding !== 'utf-8') decoder = new TextDecoder(encoding)
      }
      yield decoder === undefined ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }))
    }
    if (decoder !== undefined) yield Buffer.from(decoder.decode())
  }
  const text = new TextDecoder('utf-8').decode(head, { stream: true })
  return { encoding: () => encoding, head: text, decode }
}

function decodedBy(encoding: string, head: Buffer): DecodedText {
  return {
    encoding: () => encoding,
    head: new TextDecoder(encoding).decode(head, { stream: true }),
    async *decode(chunks) {
      const decoder = new TextDecoder(encoding)
      for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
      yield Buffer.from(decoder.decode())
    },
  }
}

function knownEncoding(name: string): string {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return refuseFile('encoding_unknown', {}, { encoding: name })
  }
}

function encodingOfMark(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

function withoutMark(chunk: Buffer): Buffer {
  return encodingOfMark(chunk) === 'utf-8' ? chunk.subarray(3) : chunk
}

function encodingOfBytes(bytes: Buffer): string {
  const utf16 = utf16WithoutMark(bytes)
  if (utf16 !== undefined) return utf16
  return isUtf8(bytes) || isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** A few broken characters among good ones are no other encoding: they are reported, not guessed. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const characters = bytes.toString().match(/[^\u0000-\u007f]/gu) ?? []
  const broken = characters.filter((character) => character === '\ufffd').length
  return characters.length - broken > broken
}

/** UTF-16 text in Latin letters has a zero in nearly every second place, and in no other. */
function utf16WithoutMark(bytes: Buffer): string | undefined {
  const pairs = Math.min(bytes.length >> 1, 1000)
  if (pairs < 2) return undefined
  let zerosFirst = 0
  let zerosSecond = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) zerosFirst++
    if (bytes[2 * pair + 1] === 0) zerosSecond++
  }
  if (zerosSecond > 0.4 * pairs && zerosFirst === 0) return 'utf-16le'
  if (zerosFirst > 0.4 * pairs && zerosSecond === 0) return 'utf-16be'
  return undefined
}

/** A chunk may end in the middle of a character of up to four bytes. */
function withoutPartialCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back)
  }
  return bytes
}
