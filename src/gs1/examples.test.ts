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

/** The code blocks of the guide. */
function guideExamples(guide: string): string[][] {
  return [...guide.matchAll(/```js\n(.*?)```/gs)].map(([, block = '']) =>
    block.split('\n').filter(Boolean),
  )
}

/** What the expressions of an example give, and what their comments promise. */
function runExample(lines: readonly string[]): { got: unknown[]; promised: unknown[] } {
  const got: unknown[] = []
  const promised: unknown[] = []
  const compare = (one: unknown, other: unknown): void => {
    got.push(one)
    promised.push(other)
  }
  runInNewContext(statements(lines).join('\n'), { ...gs1, compare })
  return { got, promised }
}

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((name) => /^[a-z0-9-]+\.ts$/.test(name))

for (const file of files) {
  const source = readFileSync(new URL(file, folder), 'utf8')
  for (const [index, lines] of examples(source).entries()) {
    test(`${file}, example ${index + 1}`, () => {
      const { got, promised } = runExample(lines)
      expect(promised).not.toEqual([])
      expect(got).toEqual(promised)
    })
  }
}

const guide = readFileSync(new URL('README.md', folder), 'utf8')
for (const [index, lines] of guideExamples(guide).entries()) {
  test(`README.md, example ${index + 1}`, () => {
    const { got, promised } = runExample(lines)
    expect(promised).not.toEqual([])
    expect(got).toEqual(promised)
  })
}

test('the guide names every public function', () => {
  const names = Object.keys(gs1).filter((name) => /^[a-z]/.test(name) && !/^(is|cset)/.test(name))
  const missing = names.filter((name) => !guide.includes(`\`${name}\``))
  expect(missing).toEqual(['dictionaryRelease'])
})

test('every public function has an example', () => {
  const all = files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n')
  const shown = examples(all).flat().join('\n')
  const functions = Object.entries(gs1).filter(([, value]) => typeof value === 'function')
  expect(functions.map(([name]) => name).filter((name) => !shown.includes(`${name}(`))).toEqual([])
})
