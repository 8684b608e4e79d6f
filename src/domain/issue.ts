import type { z } from 'zod'
import type { Clause } from '../i18n/clause.ts'
import texts from '../i18n/en/issues.json' with { type: 'json' }
import { sayFrom } from '../i18n/english.ts'
import { refuse } from './refusal.ts'

const say = /* @__PURE__ */ sayFrom('issues', texts)

/** Name of a text that ends a sentence which begins with the field that is wrong. */
export type IssueText = keyof typeof texts

/**
 * Gives a schema words of its own: `z.string().regex(form, { error: issueText('login') })`. Its
 * places are filled from the `params` of a refinement.
 */
export const issueText = (key: IssueText): string => key

/** What is wrong with a value, as the end of a sentence that begins with its field. */
export const sayIssue = (key: IssueText, values?: Clause['values']): Clause => say(key, values)

/** Ends a decision because a part of the command's input is wrong. */
export function refuseInput(field: string, key: IssueText, values?: Clause['values']): never {
  refuse('input_invalid', { field, problem: say(key, values) })
}

/** How the messages of the library begin; what a schema says in words of its own stays. */
const usual = /^(?:Invalid (?:input|option|key)|Too (?:small|big)|Unrecognized key)/

type Issue = z.core.$ZodIssue
type Sized = Extract<Issue, { code: 'too_small' | 'too_big' }>

/** What a schema has to say of a value, as the end of a sentence that begins with its field. */
export function issueOf(issue: Issue | undefined): Clause {
  if (issue === undefined) return say('unknown')
  if (isText(issue.message)) return say(issue.message, 'params' in issue ? issue.params : {})
  if (!usual.test(issue.message)) return say('as', { words: issue.message })
  if (issue.code === 'invalid_type') return typeIssue(issue)
  if (issue.code === 'too_small') return sizeIssue(issue, Number(issue.minimum))
  if (issue.code === 'too_big') return sizeIssue(issue, Number(issue.maximum))
  if (issue.code === 'invalid_value') {
    return say('choice', { choices: issue.values.map(String).join(', ') })
  }
  if (issue.code === 'unrecognized_keys')
    return say('unknownField', { field: issue.keys.join(', ') })
  if (issue.code === 'invalid_key' && issue.issues[0]) return issueOf(issue.issues[0])
  return say('as', { words: issue.message })
}

/** Types of values that have a text. */
const types = ['array', 'boolean', 'int', 'number', 'object', 'string'] as const

const isText = (key: string): key is IssueText => Object.hasOwn(texts, key)

function typeIssue({ message, expected }: Extract<Issue, { code: 'invalid_type' }>): Clause {
  if (message.endsWith(' undefined')) return say('missing')
  const type = expected === 'record' ? 'object' : types.find((one) => one === expected)
  return type === undefined ? say('other', { expected }) : say(type)
}

function sizeIssue({ code, origin }: Sized, size: number): Clause {
  const isSmall = code === 'too_small'
  if (origin === 'string' && size === 1 && isSmall) return say('empty')
  if (origin === 'string') return say(isSmall ? 'short' : 'long', { size })
  if (origin === 'array' || origin === 'set') return say(isSmall ? 'few' : 'many', { size })
  return say(isSmall ? 'small' : 'large', { size })
}
