import { createHash } from 'node:crypto'
import { z } from 'zod'
import { issueOf, sayIssue } from '../domain/issue.ts'
import type { Answer, Command } from '../domain/command.ts'
import { eventKinds } from '../domain/event-kinds/index.ts'
import { setPlainAside } from '../domain/plain-input.ts'
import { refusal, type RefusalCode, type RefusalFacts } from '../domain/refusal.ts'
import { code, line } from '../domain/subject.ts'
import type { CheckedCommand } from './batch.ts'

/** Clocks of devices may run ahead by this much, in milliseconds. */
const clockAheadMaxMs = 24 * 60 * 60 * 1000
/** The last millisecond that a date can name. */
const timeMax = 8_640_000_000_000_000

const commandId = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const envelope = z.object({
  id: z.string().regex(commandId, { error: 'must be a UUID in lower case' }),
  kind: z.string().regex(/^\w{1,100}$/, { error: 'must be the name of a command' }),
  input: z.unknown(),
  time: z.int().min(-timeMax).max(timeMax).optional(),
  actor: line(200),
  reason: line(2000).optional(),
  batch: code.optional(),
})

/** A refusal as an answer. */
export const refused = (code: RefusalCode, facts: RefusalFacts): Answer => ({
  ok: false,
  refusal: refusal(code, facts),
})

/**
 * Checks the shape of a command. It needs no store, so what is refused here leaves no trace.
 *
 * @param now the clock, in milliseconds UTC
 */
export function checkCommand(command: Command, now: number): CheckedCommand | Answer {
  const said = envelope.safeParse(command)
  if (!said.success) return invalid(said.error, 'command')
  const { time, input } = said.data
  const kind = eventKinds.get(said.data.kind)
  if (!kind) {
    const kinds = [...eventKinds.keys()].join(', ')
    return refused('kind_unknown', { kind: said.data.kind, kinds })
  }
  if (time !== undefined && time > now + clockAheadMaxMs) {
    return refused('time_in_future', { time: new Date(time).toISOString() })
  }
  const shortened = setPlainAside(kind.schema, input)
  const unsafe = findPrototypeName(shortened.input, 'input')
  if (unsafe !== undefined) {
    return refused('input_invalid', { field: unsafe, problem: sayIssue('anotherName') })
  }
  const parsed = kind.schema.safeParse(shortened.input)
  if (!parsed.success) return invalid(parsed.error, 'input')
  const whole = shortened.restore(parsed.data)
  return { command: said.data, kind, input: whole, hash: hashOf(said.data, whole) }
}

function invalid({ issues: [issue] }: z.ZodError, whole: string): Answer {
  const path = issue?.path.map(String).join('.') || whole
  // The names in a path are the sender's, and a message goes to terminals and screens.
  const field = path.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd').slice(0, 100)
  return refused('input_invalid', { field, problem: issueOf(issue) })
}

/** How deep the shapes of commands go; what lies deeper is never read. */
const depthMax = 8

/** Where an object has a name that would be left out without a word when it is copied. */
function findPrototypeName(value: unknown, path: string, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null || depth > depthMax) return undefined
  if (Object.hasOwn(value, '__proto__')) return `${path}.__proto__`
  for (const name in value) {
    const part = (value as Record<string, unknown>)[name]
    if (typeof part !== 'object') continue
    const found = findPrototypeName(part, name, depth + 1)
    if (found !== undefined) return `${path}.${found}`
  }
  return undefined
}

function hashOf({ kind, time, actor, reason, batch }: Command, input: unknown): string {
  const said = JSON.stringify([kind, input, time ?? null, actor, reason ?? null, batch ?? null])
  return createHash('sha256').update(said).digest('base64url')
}
