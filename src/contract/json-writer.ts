import type { z } from 'zod'

/**
 * Writes a value as JSON; undefined when it is not of the shape, null when only the schema of the
 * whole can tell.
 */
type Write = (value: unknown) => string | undefined | null

/**
 * Makes what writes values of a shape as JSON: the very bytes of
 * `JSON.stringify(schema.parse(value))`, in half the time, since nothing is copied. Each part is
 * looked at while it is written and only what the shape knows is, so a value of another shape is
 * found: it is left to the schema, which throws its error.
 */
export function jsonWriter(schema: z.ZodType): (value: unknown) => string {
  const write = writerOf(schema, new Map())
  return (value) => write(value) ?? JSON.stringify(schema.parse(value))
}

/** Shapes that are written without their schema. */
type Known =
  | z.ZodString
  | z.ZodNumber
  | z.ZodBoolean
  | z.ZodNull
  | z.ZodEnum
  | z.ZodLiteral
  | z.ZodNullable<z.ZodType>
  | z.ZodLazy<z.ZodType>
  | z.ZodUnion<readonly z.ZodType[]>
  | z.ZodArray<z.ZodType>
  | z.ZodRecord<z.core.$ZodRecordKey, z.ZodType>
  | z.ZodObject<Readonly<Record<string, z.ZodType>>>

/** @param made what is made already; shapes can hold themselves */
function writerOf(schema: z.ZodType, made: Map<z.ZodType, Write>): Write {
  const known = made.get(schema)
  if (known) return known
  made.set(schema, (value) => made.get(schema)!(value))
  const write = makeWriter(schema, (part) => writerOf(part, made))
  made.set(schema, write)
  return write
}

function makeWriter(schema: z.ZodType, of: (part: z.ZodType) => Write): Write {
  const { def } = schema as Known
  const parsing = parsingWriter(schema)
  if (def.checks !== undefined && def.checks.length > 0) return parsing
  switch (def.type) {
    case 'string':
      return 'format' in def ? parsing : writeString
    case 'number':
      return !('format' in def) ? writeNumber : def.format === 'safeint' ? writeInteger : parsing
    case 'boolean':
      return (value) => (value === true ? 'true' : value === false ? 'false' : undefined)
    case 'null':
      return (value) => (value === null ? 'null' : undefined)
    case 'enum':
      return wordWriter(Object.values(def.entries))
    case 'literal':
      return wordWriter(def.values)
    case 'nullable': {
      const write = of(def.innerType)
      return (value) => (value === null ? 'null' : write(value))
    }
    case 'lazy':
      return of(def.getter())
    case 'union': {
      const writers = def.options.map(of)
      return (value) => firstOf(writers, value)
    }
    case 'array':
      return arrayWriter(of(def.element))
    case 'record':
      return isAnyText(def.keyType) ? recordWriter(of(def.valueType)) : parsing
    case 'object':
      return def.catchall === undefined ? objectWriter(def.shape, of) : parsing
    default:
      return parsing
  }
}

/** Leaves a part to its schema. */
const parsingWriter =
  (schema: z.ZodType): Write =>
  (value) => {
    const parsed = schema.safeParse(value)
    // JSON writes nothing for undefined, which means something else in a list than in an object.
    return parsed.success ? (JSON.stringify(parsed.data) ?? null) : undefined
  }

const isAnyText = (key: z.core.$ZodRecordKey): boolean => {
  const { def } = key as z.ZodString
  return def.type === 'string' && !('format' in def) && (def.checks ?? []).length === 0
}

/** Text that JSON writes as it stands. */
const plain = /^[ !#-[\]-~]*$/

/** Writes a text as JSON. */
export const quote = (text: string): string =>
  plain.test(text) ? `"${text}"` : JSON.stringify(text)

const writeString: Write = (value) => (typeof value === 'string' ? quote(value) : undefined)
const writeNumber: Write = (value) => (Number.isFinite(value) ? String(value) : undefined)
const writeInteger: Write = (value) => (Number.isSafeInteger(value) ? String(value) : undefined)

function wordWriter(words: readonly unknown[]): Write {
  const written = new Map(words.map((word) => [word, JSON.stringify(word)]))
  return (value) => written.get(value)
}

function firstOf(writers: readonly Write[], value: unknown): ReturnType<Write> {
  for (const write of writers) {
    const text = write(value)
    if (text !== undefined) return text
  }
  return undefined
}

const arrayWriter =
  (write: Write): Write =>
  (value) => {
    if (!Array.isArray(value)) return undefined
    let text = ''
    for (const one of value) {
      const written = write(one)
      if (typeof written !== 'string') return written
      text += text === '' ? written : `,${written}`
    }
    return `[${text}]`
  }

const recordWriter =
  (write: Write): Write =>
  (value) => {
    if (!isPlainObject(value)) return undefined
    let text = ''
    for (const key of Object.keys(value)) {
      if (key === '__proto__') return null
      const written = write(value[key])
      if (typeof written !== 'string') return written
      text += `${text === '' ? '' : ','}${quote(key)}:${written}`
    }
    return `{${text}}`
  }

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const isLeftOut = (part: z.ZodType): boolean => part.safeParse(undefined).data === undefined

/**
 * Writes the properties that a shape has. The function is made from its text, as zod's own are:
 * with each property at a place of its own in the code, the engine reads it twice as fast.
 */
function objectWriter(
  shape: Readonly<Record<string, z.ZodType>>,
  of: (part: z.ZodType) => Write,
): Write {
  const writers: Write[] = []
  let comma = "(text === '{' ? '' : ',')"
  const lines = Object.entries(shape).map(([name, part]) => {
    const { def } = part as z.ZodOptional<z.ZodType>
    // Of a part with a default value, zod writes that.
    const isOptional = def.type === 'optional' && isLeftOut(part)
    const at = writers.push(of(isOptional ? def.innerType : part)) - 1
    const key = JSON.stringify(name)
    const write = `if (typeof (part = write${at}(value[${key}])) !== 'string') return part
      text += ${comma} + ${JSON.stringify(`${key}:`)} + part`
    if (isOptional) return `if (value[${key}] !== undefined) { ${write} }`
    comma = "','"
    return write
  })
  const body = `return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    let part, text = '{'
    ${lines.join('\n')}
    return text + '}'
  }`
  const names = writers.map((_, index) => `write${index}`)
  // oxlint-disable-next-line typescript/no-implied-eval -- made of names in the contract
  return (new Function(...names, body) as (...writers: Write[]) => Write)(...writers)
}
