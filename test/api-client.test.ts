/** The client of the web app is what the description of the API says. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generatedFiles } from '../scripts/api-client.ts'
import { typeOf } from '../src/http/schema-types.ts'

it('is generated anew after each change of the API: npm run api', () => {
  for (const [path, text] of generatedFiles()) expect(readFileSync(path, 'utf8')).toBe(text)
})

it('writes every form of schema as a type', () => {
  const object = {
    type: 'object',
    properties: { 'a-b': { type: 'string' }, c: { type: ['integer', 'null'] } },
    required: ['c'],
  }
  expect(typeOf(object, '')).toBe(`{\n  'a-b'?: string\n  c: number | null\n}`)
  expect(typeOf(object, '', true)).toContain(`'a-b'?: string | undefined`)
  expect(typeOf({ type: 'array', items: { enum: ['a', "b'"] } }, '')).toBe(`('a' | 'b\\'')[]`)
  expect(typeOf({ type: 'array', items: {} }, '', true)).toBe('readonly unknown[]')
  const pair = { type: 'array', prefixItems: [{ const: 1 }, { $ref: '#/components/schemas/Unit' }] }
  expect(typeOf(pair, '')).toBe('[1, Unit]')
  const record = { type: 'object', additionalProperties: { type: 'boolean' } }
  expect(typeOf({ anyOf: [record, { type: 'null' }] }, '')).toBe('Record<string, boolean> | null')
})
