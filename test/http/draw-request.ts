import type { DescribedOperation, JsonSchema } from '../../src/http/describe-api.ts'
import type { Random } from '../faults/random.ts'
import { brokenJson, drawJson, jsonText, strangeJson, type Source } from './draw-json.ts'

/** An operation of the description, with where it is. */
export interface Described {
  readonly method: string
  readonly path: string
  readonly operation: DescribedOperation
}

/** A request as it goes over the network. */
export interface DrawnRequest {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** A request that the description allows, or one in which one thing is broken. */
export function drawRequest(source: Source, { method, path, operation }: Described): DrawnRequest {
  const { random } = source
  const { parameters, requestBody } = operation
  const asked = parameters.filter(({ required }) => required || random.chance(0.4))
  const json = requestBody?.content['application/json']?.schema
  const breakable = asked.length + (json ? 2 : 0)
  // The first that is broken; none where it is past all of them.
  const broken = random.chance(0.6) ? random.below(Math.max(1, breakable)) : breakable
  const headers: Record<string, string> = {}
  let target = path
  const query: string[] = []
  for (const [index, { name, in: place, schema }] of asked.entries()) {
    const value = textOf(source, name, schema, index === broken)
    if (place === 'path') target = target.replace(`{${name}}`, escaped(value))
    else if (place === 'query') query.push(...queryOf(random, name, value, index === broken))
    else headers[name.toLowerCase()] = value.replace(/[^\x20-\xff]/g, '?').slice(0, 1000)
  }
  if (query.length > 0) target += `?${query.join('&')}`
  const drawn = { method: method.toUpperCase(), target, headers }
  if (!requestBody) return drawn
  if (!json) {
    const type = 'application/octet-stream'
    return { ...drawn, headers: { ...headers, 'content-type': type }, body: fileOf(random) }
  }
  const value = drawJson(source, json, '')
  const body = jsonText(
    broken < asked.length || broken === breakable ? value : brokenJson(random, value),
  )
  return { ...drawn, headers: { ...headers, 'content-type': 'application/json' }, body }
}

function textOf(source: Source, name: string, schema: JsonSchema, isBroken: boolean): string {
  if (name === 'company')
    return isBroken && source.random.chance(0.1)
      ? source.random.pick(['other', '-', '.', '%'])
      : 'main'
  const value = drawJson(source, schema, name)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (!isBroken) return text
  const { random } = source
  if (random.chance(0.4)) return bent(random, text)
  const { text: strange } = strangeJson(random)
  return strange.startsWith('"')
    ? (JSON.parse(strange) as string).slice(0, 6000)
    : strange.slice(0, 6000)
}

/** A text with one character more, less or another, as of a cursor that was copied badly. */
function bent(random: Random, text: string): string {
  const at = random.below(text.length + 1)
  const sign = random.pick(['', '0', 'A', '-', '\0', '.', '~', 'é', '"', ',', ':', '/'])
  return text.slice(0, at) + sign + text.slice(at + random.below(2))
}

/** Percent-encoded; what is half of a character goes as the bytes that it would have. */
const escaped = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/%EF%BF%BD/g, '%ED%A0%80')

function queryOf(random: Random, name: string, value: string, isBroken: boolean): string[] {
  const pair = `${name}=${escaped(value)}`
  if (!isBroken) return [pair]
  return random.pick([[pair], [pair], [pair], [pair, pair], [name], [`${name}[]=1`], []])
}

const fileOf = (random: Random): string =>
  random.pick([
    'serial,model\nS1,LAMP\nS2,LAMP\n',
    '',
    '\0\0\0',
    '[{"serial":"S3"}]',
    'serial\n"broken',
    'PK\u0003\u0004',
    `serial\n${'x'.repeat(5000)}\n`,
  ])
