import { expect, test } from 'vitest'
import { identifierTypes } from '../identifier.ts'
import { inEnglish } from '../../i18n/english.ts'
import { describeQuery, meaningOf, parseQuery, searchDirectives, searchFields } from './index.ts'

const fields = Object.entries(searchFields)
const directives = Object.entries(searchDirectives)

test('no two fields share a name', () => {
  const names = [...fields, ...directives].flatMap(([name, { aliases }]) => [name, ...aliases])
  expect(names).toEqual([...new Set(names)])
})

test('every type of identifier that the domain knows is a field', () => {
  expect(Object.keys(searchFields)).toEqual(expect.arrayContaining([...identifierTypes]))
})

const examples = [...fields, ...directives].flatMap(([, definition]) => definition.examples)

test.each(examples)('%s can be understood', (example) => {
  const result = parseQuery(example, { now: 0 })
  expect(result).toMatchObject({ ok: true })
  expect(result.ok && describeQuery(result.query)).not.toContain('undefined')
})

test('every field and directive is explained by a sentence and an example', () => {
  for (const [name, { examples: shown }] of [...fields, ...directives]) {
    expect(inEnglish(meaningOf(name))).toMatch(/^[A-Z].*\.$/)
    expect(shown).not.toEqual([])
  }
})
