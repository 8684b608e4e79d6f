import { expect, it } from 'vitest'
import { z } from 'zod'
import { inEnglish } from '../i18n/english.ts'
import { issueOf } from './issue.ts'

const said = (schema: z.ZodType, value: unknown): string[] =>
  (schema.safeParse(value).error?.issues ?? []).map((issue) => inEnglish(issueOf(issue)))

it.each([
  [z.string(), undefined, 'is missing'],
  [z.string(), 7, 'must be a text'],
  [z.object({}), [], 'must be an object with named fields'],
  [z.array(z.string()), 'x', 'must be a list'],
  [z.int(), 1.5, 'must be a whole number'],
  [z.string().min(1), '', 'must not be empty'],
  [z.string().min(3), 'ab', 'must have at least 3 characters'],
  [z.string().max(2), 'abc', 'must have at most 2 characters'],
  [z.number().min(1), 0, 'must be at least 1'],
  [z.array(z.string()).max(1), ['a', 'b'], 'must have at most 1 in its list'],
  [z.enum(['a', 'b']), 'c', 'must be one of: a, b'],
  [z.strictObject({}), { x: 1 }, 'has the unknown field x'],
  [z.string().min(5, 'Write it whole.'), 'ab', 'Write it whole.'],
  [z.string({ error: 'Give a code.' }), 7, 'Give a code.'],
])('%# a schema speaks to people', (schema, value, sentence) => {
  expect(said(schema, value)).toEqual([sentence])
})
