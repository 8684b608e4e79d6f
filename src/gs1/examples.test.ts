import { readFileSync, readdirSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import * as gs1 from './index.ts'

/** The lines of each `@example` of a source file. */
function examples(source: string): string[][] {
  return [...source.matchAll(/@example\n((?: \*(?!\/).*\n)+)/g)].map(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.replace(/^ \* ?/, ''))
      .filter(Boolean),
  )
}

/** `expression // what it gives` becomes a comparison; the comment may go on in further lines. */
function statements(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    if (line.startsWith('//')) joined.push(`${joined.pop() ?? ''} ${line}`)
    else joined.push(line)
  }
  return joined.map((line) => {
    const at = line.indexOf(' // ')
    if (at < 0) return line
    const wanted = line.slice(at + 4).replaceAll(' // ', ' ')
    return `compare(${line.slice(0, at)}, (${wanted}))`
  })
}

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((name) => /^[a-z0-9-]+\.ts$/.test(name))

for (const file of files) {
  const source = readFileSync(new URL(file, folder), 'utf8')
  for (const [index, lines] of examples(source).entries()) {
    test(`${file}, example ${index + 1}`, () => {
      const body = statements(lines)
      expect(body.some((statement) => statement.startsWith('compare('))).toBe(true)
      const compare = (got: unknown, wanted: unknown): void => expect(got).toEqual(wanted)
      runInNewContext(body.join('\n'), { ...gs1, compare })
    })
  }
}

test('every public function has an example', () => {
  const all = files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n')
  const shown = examples(all).flat().join('\n')
  const functions = Object.entries(gs1).filter(([, value]) => typeof value === 'function')
  expect(functions.map(([name]) => name).filter((name) => !shown.includes(`${name}(`))).toEqual([])
})
