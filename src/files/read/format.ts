import { refuseFile } from './problem.ts'
import type { WrappedList } from './json-texts.ts'

/** What a file is, told by its content; its name is not asked. */
export type Container = 'zip' | 'text'

const signatures: readonly (readonly [what: string, bytes: readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['a picture', [0x47, 0x49, 0x46, 0x38]],
  ['a compressed file (gzip)', [0x1f, 0x8b]],
  ['a compressed file (7-Zip)', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a compressed file (RAR)', [0x52, 0x61, 0x72, 0x21]],
  ['a compressed file (Zstandard)', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a database (SQLite)', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90]],
]
const zipSignature = [0x50, 0x4b, 0x03, 0x04]
const emptyZipSignature = [0x50, 0x4b, 0x05, 0x06]
/** Compound files: workbooks before 2007, and newer ones behind a password. */
const compoundSignature = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (head: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte)

/**
 * Tells archives from text, and refuses what is no table.
 *
 * @throws FileError `file_empty`, `file_binary`, `workbook_encrypted`
 */
export function detectContainer(head: Buffer): Container {
  if (head.length === 0) refuseFile('file_empty')
  if (startsWith(head, zipSignature) || startsWith(head, emptyZipSignature)) return 'zip'
  if (startsWith(head, compoundSignature)) refuseFile('workbook_encrypted')
  const known = signatures.find(([, bytes]) => startsWith(head, bytes))
  if (known !== undefined) refuseFile('file_binary', {}, { what: known[0] })
  return 'text'
}

export type TextFormat = 'delimited' | 'json' | 'jsonl'

/**
 * Tells the text formats apart.
 *
 * @param head the start of the text, decoded
 * @throws FileError `file_empty`, `file_binary`, `json_not_list`
 */
export function detectTextFormat(head: string): TextFormat {
  const start = head.trimStart()
  if (start === '') refuseFile('file_empty')
  if (isBinary(head)) refuseFile('file_binary', {}, { what: 'binary data' })
  if (/^<(?:!doctype|html|table|\?xml|\w+[\s>])/i.test(start)) {
    refuseFile('file_binary', {}, { what: 'a web page or XML' })
  }
  if (/^\[\s*(?:\{|\]|$)/.test(start)) return 'json'
  if (/^\[\s*(?:\[|")/.test(start)) refuseFile('json_not_list')
  if (!/^\{\s*(?:"|\}|$)/.test(start)) return 'delimited'
  const [first = '', second = ''] = start.split('\n', 2)
  if (isJsonObject(second)) return 'jsonl'
  return isJsonObject(first) && wrappedList(head) === undefined ? 'jsonl' : 'json'
}

/** What stands before a list in an object: members that are no lists, and the list's name. */
const wrapper =
  /^\s*\{(?:\s*"[^"\\]*"\s*:\s*(?:"(?:[^"\\]|\\.)*"|[\w.+-]+|\{[^{}[\]]*\})\s*,)*\s*"(?:results|rows|data|items|records|value|values|entries|list|objects|message|products|assets|units|devices|serials|stock)"\s*:\s*(?=\[\s*\{)/

/**
 * Where the list of records is when it is inside an object, as the programs of other systems
 * answer: `{ "count": 2, "results": [{ … }, { … }] }`.
 *
 * @param head the start of the text, decoded
 */
export function wrappedList(head: string): WrappedList | undefined {
  const before = wrapper.exec(head)?.[0]
  if (before === undefined) return undefined
  return { bytes: Buffer.byteLength(before), line: before.split('\n').length }
}

function isJsonObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

/** One stray zero byte is a bad cell; many control characters are no text at all. */
function isBinary(head: string): boolean {
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\u007f]/g)?.length ?? 0
  return controls > 8 && controls > head.length / 50
}
