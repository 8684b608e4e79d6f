import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import type { Client } from '../src/client/client.ts'
import { runLine } from './support/command-line.ts'

const root = dirname(import.meta.dirname)

/** For commands that ask no company. */
const noClient = undefined as unknown as Client

interface Example {
  readonly page: string
  readonly line: string
  readonly promised: object
}

/** Every `$ seriatim …` of a page with the JSON that it promises, as far as it does. */
function examplesOf(page: string): Example[] {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/```console\n\$ ([^\n]+)\n([\s\S]*?)```/g)].map(
    ([, line, promised]) => ({
      page,
      line: line!,
      promised: JSON.parse(promised!) as object,
    }),
  )
}

/** The words of a shell line: quoted by ' or not at all, with what `echo` pipes into it. */
function wordsOf(line: string): { words: string[]; stdin: string } {
  const [, piped = '', command = line] = /^echo '([^']*)' \| (.*)$/.exec(line) ?? []
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!)
  return { words: words.slice(1), stdin: piped }
}

const examples = ['docs/gs1.md', 'docs/scanning.md'].flatMap(examplesOf)

it.each(examples)('$page: $line', async ({ line, promised }) => {
  const { words, stdin } = wordsOf(line)
  const { stdout, stderr } = await runLine(noClient, words, stdin)
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject(promised)
})

it('the pages have examples', () => {
  expect(examples.length).toBeGreaterThan(6)
})
