import { once } from 'node:events'
import { StringDecoder } from 'node:string_decoder'
import type { World } from './world.ts'

/** A line of standard input. */
export interface InputLine {
  readonly text: string
  /** It was longer than the limit: `text` is its beginning. */
  readonly isCut: boolean
}

/** Longest line that is kept, in UTF-16 code units; longer ones must not fill the memory. */
export const lineLengthMax = 65_536

/** The lines of standard input one by one, empty ones too, however long they are. */
async function* readLines({ stdin }: Pick<World, 'stdin'>): AsyncGenerator<InputLine> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let isCut = false
  const lineOf = (text: string): InputLine => {
    const line = { text: text.replace(/\r$/, ''), isCut }
    isCut = false
    return line
  }
  for await (const chunk of stdin) {
    rest += typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer)
    let start = 0
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      isCut ||= end - start > lineLengthMax
      yield lineOf(rest.slice(start, Math.min(end, start + lineLengthMax)))
      start = end + 1
    }
    rest = rest.slice(start)
    if (rest.length > lineLengthMax) {
      isCut = true
      rest = rest.slice(0, lineLengthMax)
    }
  }
  if (rest !== '') yield lineOf(rest)
}

/** The words given, or the lines of standard input when there are none or only `-`. */
export async function* wordsOrInputLines(
  world: World,
  words: readonly string[],
): AsyncGenerator<InputLine> {
  if (words.length > 0 && !(words.length === 1 && words[0] === '-')) {
    for (const text of words) yield { text, isCut: false }
    return
  }
  if (world.stdin.isTTY) world.stderr.write('Type or scan one code a line; Ctrl-D ends.\n')
  yield* readLines(world)
}

/** Writes a value as a line of JSON, no faster than it is read. */
export async function writeJsonLine({ stdout }: World, value: unknown): Promise<void> {
  if (!stdout.write(`${JSON.stringify(value)}\n`)) await once(stdout, 'drain')
}
