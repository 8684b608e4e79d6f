import type { JsonSchema } from '../../src/http/describe-api.ts'
import type { Random } from '../faults/random.ts'

/** Values that were seen, by the names that they stood under, and what may stand for a schema. */
export interface Source {
  readonly random: Random
  /** Named schemas of the description. */
  readonly schemas: Readonly<Record<string, JsonSchema>>
  /** Values for properties of a name: codes, ids, cursors. */
  readonly known: (name: string) => readonly unknown[]
}

/** JSON that is sent as it stands, whether it is JSON or not. */
export class RawJson {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const plainTexts = [
  'x',
  'A-1',
  'Zoë 漢字 🚲',
  '1',
  '2026-02-28',
  'status:in_stock',
  'a',
  '12345678',
]

/** What fits the patterns that no plain text fits; the first that fits is taken. */
const patternedTexts = [
  'colour',
  '1-3,7',
  '04012345000009',
  '4012345000009',
  '00000000-0000-4000-8000-000000000000',
  'https://id.example/shelf',
  '/printers/labels',
  '127.0.0.1',
  'amber tractor sings along',
]

/** A value that fits a schema, as far as the schema says; parts that may be absent often are. */
export function drawJson(source: Source, schema: JsonSchema, name: string): unknown {
  const { random } = source
  const {
    $ref,
    anyOf,
    oneOf,
    type,
    enum: choices,
  } = schema as {
    $ref?: string
    anyOf?: JsonSchema[]
    oneOf?: JsonSchema[]
    type?: string
    enum?: unknown[]
  }
  if ($ref !== undefined) {
    return drawJson(source, source.schemas[$ref.slice($ref.lastIndexOf('/') + 1)]!, name)
  }
  if ('const' in schema) return schema['const']
  if (choices) return random.pick(choices)
  if (type === 'object') return drawObject(source, schema)
  if (anyOf ?? oneOf) return drawJson(source, random.pick((anyOf ?? oneOf)!), name)
  if (type === 'array') return drawArray(source, schema, name)
  if (type === 'integer' || type === 'number') return drawNumber(source, schema, name)
  if (type === 'boolean') return random.chance(0.5)
  if (type === 'string') return drawText(source, schema, name)
  return type === 'null' ? null : random.pick([{}, null, 'x', 7, { unit: 1 }])
}

function drawObject(source: Source, schema: JsonSchema): object {
  const { random } = source
  const drawn: Record<string, unknown> = {}
  // What is said of some properties together goes before what is said of each.
  const together = schema['oneOf'] as readonly JsonSchema[] | undefined
  const special = together ? random.pick(together).properties : undefined
  for (const [name, part] of Object.entries({ ...schema.properties, ...special })) {
    if (!schema.required?.includes(name) && random.chance(0.6)) continue
    drawn[name] = drawJson(source, part, name)
  }
  const others = schema['additionalProperties']
  if (typeof others === 'object' && others !== null) {
    const keys = (schema['propertyNames'] ?? { type: 'string' }) as JsonSchema
    for (let count = random.below(3); count > 0; count -= 1) {
      const key = String(drawJson(source, keys, 'trait'))
      drawn[key] = drawJson(source, others as JsonSchema, key)
    }
  }
  return drawn
}

function drawArray(source: Source, schema: JsonSchema, name: string): unknown[] {
  const {
    minItems = 0,
    maxItems = 3,
    items = {},
  } = schema as {
    minItems?: number
    maxItems?: number
    items?: JsonSchema
  }
  const length = Math.min(maxItems, minItems + source.random.below(3))
  return Array.from({ length }, () => drawJson(source, items, name))
}

function drawNumber({ random, known }: Source, schema: JsonSchema, name: string): number {
  const least = (schema['minimum'] ?? (schema['exclusiveMinimum'] === 0 ? 1 : -9e15)) as number
  const most = (schema['maximum'] ?? 9e15) as number
  const seen = known(name).filter((one) => typeof one === 'number')
  const wanted = random.pick([...seen, ...seen, 0, 1, 2, 7, 100, least, most])
  return Math.min(most, Math.max(least, wanted))
}

function drawText({ random, known }: Source, schema: JsonSchema, name: string): string {
  const {
    minLength = 0,
    maxLength = 1000,
    pattern,
  } = schema as {
    minLength?: number
    maxLength?: number
    pattern?: string
  }
  if (name === 'id' && random.chance(0.7)) return uuidOf(random)
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  const fits = (text: string) =>
    text.length >= minLength && text.length <= maxLength && form?.test(text) !== false
  const seen = known(name).filter((one) => typeof one === 'string')
  if (seen.length > 0 && random.chance(0.7)) {
    const one = random.pick(seen)
    if (fits(one)) return one
  }
  const plain = plainTexts.filter(fits)
  return plain.length > 0 ? random.pick(plain) : (patternedTexts.find(fits) ?? 'x')
}

/** A UUIDv7, as programs make them for commands. */
const uuidOf = (random: Random): string =>
  `01980000-0000-7000-8000-${String(random.below(2 ** 32)).padStart(12, '0')}`

/** What no property should be, and somebody will send. */
const strange: readonly string[] = String.raw`
null | true | -1 | -0 | 0 | 1.5 | 1e308 | -1e308 | 1e400 | 5e-324 | NaN | 9007199254740991
9007199254740993 | -9007199254740993 | 12345678901234567890 | 2147483648 | 4294967296
8640000000000000 | 8640000000000001 | -8640000000000000
"" | " " | "\u0000" | "a\u0000b" | "\ud800" | "\udc00x" | "\u202e" | "\uffff" | "1e3" | "0x10"
" 7" | "-1" | "2026-13-45" | "%" | "_" | "'" | "\\" | "*" | "__proto__" | "constructor"
"toString" | "hasOwnProperty" | "[object Object]" | "İ" | "ß" | "e\u0301" | "👩‍👩‍👧"
"\u001d01040123450000092112" | "https://x/01/1" | [] | {} | [[]] | [null] | [{}] | {"a":1,"a":2}
{"__proto__":{"x":1}} | {"constructor":{"prototype":{"x":1}}} | {"length":1e9} | {"toString":1}
{"then":1}`
  .split(/ \| |\n/)
  .concat([
    `"${'x'.repeat(100_000)}"`,
    `"${'🚲'.repeat(600)}"`,
    '['.repeat(3000) + ']'.repeat(3000),
    '{"a":'.repeat(3000) + '1' + '}'.repeat(3000),
    `[${'1,'.repeat(10_001)}1]`,
  ])

/** JSON of a value that no property should have. */
export const strangeJson = (random: Random): RawJson => new RawJson(random.pick(strange))

/** The same value with one thing in it broken. */
export function brokenJson(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.15)) {
    return strangeJson(random)
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return [strangeJson(random)]
    const at = random.below(value.length)
    return value.map((one, index) => (index === at ? brokenJson(random, one) : (one as unknown)))
  }
  const entries = Object.entries(value)
  const odd = random.below(10)
  if (odd === 0 || entries.length === 0) {
    const key = random.pick(['__proto__', 'extra', '', 'constructor', 'company', '0'])
    const text = entries.map(([name, one]) => `${JSON.stringify(name)}:${jsonText(one)},`).join('')
    return new RawJson(`{${text}"${key}":${strangeJson(random).text}}`)
  }
  const at = random.below(entries.length)
  if (odd === 1) return Object.fromEntries(entries.filter((_, index) => index !== at))
  return Object.fromEntries(
    entries.map(([name, one], index) => [name, index === at ? brokenJson(random, one) : one]),
  )
}

/** What is sent for a value. */
export function jsonText(value: unknown): string {
  if (value instanceof RawJson) return value.text
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value).map(
    ([name, one]) => `${JSON.stringify(name)}:${jsonText(one)}`,
  )
  return `{${parts.join(',')}}`
}
