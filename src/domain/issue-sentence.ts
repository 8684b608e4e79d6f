import type { z } from 'zod'

/** What a value should have been, in words that go after "must be". */
const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object with named fields',
  record: 'an object with named fields',
  string: 'a text',
}

/** How the messages of the library begin. */
const usual = /^(?:Invalid (?:input|option|key)|Too (?:small|big)|Unrecognized key)/

type Issue = z.core.$ZodIssue
type Sized = Extract<Issue, { code: 'too_small' | 'too_big' }>

/** What a schema has to say of a value, as the end of a sentence that begins with its field. */
export function issueSentence(issue: Issue): string {
  // What a schema says in words of its own stays.
  if (!usual.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type') {
    if (issue.message.endsWith(' undefined')) return 'is missing'
    return `must be ${kinds[issue.expected] ?? issue.expected}`
  }
  if (issue.code === 'too_small') return sizeSentence(issue, 'at least', Number(issue.minimum))
  if (issue.code === 'too_big') return sizeSentence(issue, 'at most', Number(issue.maximum))
  if (issue.code === 'invalid_value') {
    return `must be one of: ${issue.values.map(String).join(', ')}`
  }
  if (issue.code === 'unrecognized_keys') return `has the unknown field ${issue.keys.join(', ')}`
  if (issue.code === 'invalid_key' && issue.issues[0]) return issueSentence(issue.issues[0])
  return issue.message
}

function sizeSentence({ origin }: Sized, bound: string, size: number): string {
  if (origin === 'string' && size === 1 && bound === 'at least') return 'must not be empty'
  if (origin === 'string') return `must have ${bound} ${size} characters`
  if (origin === 'array' || origin === 'set') return `must have ${bound} ${size} in its list`
  return `must be ${bound} ${size}`
}
