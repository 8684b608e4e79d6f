/** Style as a test: what a reader of this repository can rely on in every file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkArrows, checkPurity, findCycles } from './tidy/arrows.ts'
import { checkBans, checkCodeMap, checkLeftovers, checkSizes } from './tidy/rules.ts'
import { readSources } from './tidy/source-file.ts'
import { checkTexts, checkUnusedTexts, textUses } from './tidy/texts.ts'

const root = dirname(import.meta.dirname)
const files = readSources(root)

describe('every source file', () => {
  it('is short, has short functions and fits 100 columns', () => {
    expect(files.flatMap(checkSizes)).toEqual([])
  })

  it('imports only in the direction of the arrows', () => {
    expect(files.flatMap(checkArrows)).toEqual([])
  })

  it('keeps the pure folders pure and the database in its place', () => {
    expect(files.flatMap(checkPurity)).toEqual([])
  })

  it('takes part in no import cycle', () => {
    expect(findCycles(files)).toEqual([])
  })

  it('uses no banned call', () => {
    expect(files.flatMap(checkBans)).toEqual([])
  })

  it('has no text of its own on a page', () => {
    expect(files.flatMap(checkTexts)).toEqual([])
  })

  it('leaves nothing to do in a comment', () => {
    expect(files.flatMap(checkLeftovers)).toEqual([])
  })
})

it('ARCHITECTURE.md maps every folder of src, and only what exists', () => {
  const map = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const folders = new Set(files.map(({ path }) => dirname(path)))
  // A page's folder has the name of its page: one line stands for all of them.
  const isPage = (folder: string) => /^src\/web\/pages\/./.test(folder)
  const mapped = [...folders].filter((folder) => folder.startsWith('src/') && !isPage(folder))
  const exists = (path: string) => existsSync(join(root, path))
  expect(checkCodeMap(map, mapped, exists)).toEqual([])
})

it('every text of the catalogue is used', () => {
  const folder = join(root, 'src/i18n/en')
  const catalogue = readdirSync(folder).map(
    (name) => [name.replace('.json', ''), readFileSync(join(folder, name), 'utf8')] as const,
  )
  const sources = files.filter(({ path }) => path.startsWith('src/')).map(({ text }) => text)
  const uses = textUses([...sources, ...catalogue.map(([, text]) => text)].join('\n'))
  const breaches = catalogue.flatMap(([namespace, text]) => {
    // Each has its code in src/domain/refusal.ts: the compiler sees to that.
    if (namespace === 'refusals') return []
    const texts = JSON.parse(text) as Parameters<typeof checkUnusedTexts>[1]
    return checkUnusedTexts(namespace, texts, uses)
  })
  expect(breaches).toEqual([])
})
