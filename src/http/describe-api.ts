import { z } from 'zod'
import { recordCommands } from '../contract/commands.ts'
import { apiPath, type FileOperation, type Operation } from '../contract/operation.ts'
import { problem } from '../contract/problem.ts'
import { eventKinds } from '../domain/event-kinds/index.ts'
import { apiGroups, groupOf } from './api-groups.ts'
import { servedHandlers } from './served.ts'

/** A JSON schema, as far as it is looked into here. */
export interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly description?: string
  readonly [keyword: string]: unknown
}

/** An operation of the description. */
export interface DescribedOperation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  /** The permission that it needs. */
  readonly 'x-needs': string
  /** What lets somebody in: one of these; nobody has to be let in where it is empty. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly required: boolean
    readonly schema: JsonSchema
  }[]
  readonly requestBody?: {
    readonly required: boolean
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>
  }
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string
        readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>
      }
    >
  >
}

/** The description of the whole API. */
export interface ApiDescription {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: typeof securitySchemes
  }
}

/** The OpenAPI 3.1 description, made from the schemas that check the requests. */
export function describeApi(): ApiDescription {
  const paths: Record<string, Record<string, DescribedOperation>> = {}
  const schemas: Record<string, JsonSchema> = {}
  for (const { operation } of servedHandlers) {
    const path = apiPath(operation)
    ;(paths[path] ??= {})[operation.method.toLowerCase()] = describe(operation, path, schemas)
  }
  schemas['Problem'] = schemaOf(problem, 'output', schemas)
  for (const { name, schema } of eventKinds.values()) {
    schemas[inputName(name)] = schemaOf(schema, 'input', schemas)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Seriatim',
      version: '0.1.0',
      description: 'Serial number inventory tracking: every thing has an identity and a story.',
    },
    tags: apiGroups.map(({ name, description }) => ({ name, description })),
    paths,
    components: { schemas, securitySchemes },
  }
}

/** How somebody is let in. */
const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that an owner makes in Settings, Tokens: `srt_…`.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-seriatim',
    description:
      'What a browser gets that signs in. Over plain HTTP it is called `seriatim`, with the port ' +
      'after a hyphen where that is not 80.',
  },
} as const

function securityOf({ needs }: Operation): DescribedOperation['security'] {
  if (needs === 'nothing') return []
  return needs === 'self' ? [{ session: [] }] : [{ token: [] }, { session: [] }]
}

/** Name of what a command of a kind says: `MoveInput`. */
export const inputName = (kind: string): string =>
  `${kind.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Input`

/** Media types of what operations answer with. */
const answerTypes = {
  value: 'application/json',
  lines: 'application/x-ndjson',
  events: 'text/event-stream',
} as const

/** How the answer to what was done comes. */
const doneWords = {
  value: 'Done',
  file: 'Done: the file',
  lines: 'Done line by line; what breaks off ends with the line `{"problem": …}`, a Problem',
  events: 'An event for each; what breaks off ends with `{"problem": …}`, without an id',
} as const

/** A schema as JSON; the named ones that it refers to are put beside. */
function schemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
  named: Record<string, JsonSchema>,
): JsonSchema {
  const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  for (const [name, one] of Object.entries($defs)) named[name] = rehomed(one) as JsonSchema
  return rehomed(rest) as JsonSchema
}

/** Points references at the description's own place for named schemas, and lets all read patterns. */
function rehomed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rehomed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
      if (typeof part !== 'string') return [[key, rehomed(part)]]
      if (key === '$ref') return [[key, part.replace('#/$defs/', '#/components/schemas/')]]
      if (key !== 'pattern') return [[key, part]]
      const pattern = portable(part)
      return pattern === null ? [] : [[key, pattern]]
    }),
  )
}

/**
 * A pattern that the regular expressions of every language read alike (JSON Schema, 6.4): without
 * names of kinds of characters, and with characters as they are; null where there is none.
 */
function portable(pattern: string): string | null {
  const plain = pattern
    .replaceAll('\\p{Cc}', '\0-\x1f\x7f-\x9f')
    // No text in UTF-8 has half a character.
    .replaceAll('\\p{Cs}', '')
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  return plain.includes('\\p{') ? null : plain
}

/** What a command of each kind says, beside what all of them have. */
function commandsWithKinds(input: JsonSchema): JsonSchema {
  const oneOf = [...eventKinds.values()].map(({ name, summary }) => ({
    title: summary,
    properties: {
      kind: { const: name },
      input: { $ref: `#/components/schemas/${inputName(name)}` },
    },
  }))
  const commands = input.properties!['commands']!
  const items = { ...(commands['items'] as JsonSchema), oneOf }
  return { ...input, properties: { ...input.properties, commands: { ...commands, items } } }
}

function describe(
  operation: Operation,
  path: string,
  named: Record<string, JsonSchema>,
): DescribedOperation {
  const taken = schemaOf(operation.input, 'input', named)
  const input = operation.name === recordCommands.name ? commandsWithKinds(taken) : taken
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const rest = Object.keys(input.properties ?? {}).filter((name) => !inPath.includes(name))
  const takesJson = hasBody(operation) && operation.takesFile !== true
  const inQuery = takesJson ? [] : rest.filter((name) => !(operation.takesFile && name === 'body'))
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || (input.required ?? []).includes(name),
    schema: input.properties?.[name] ?? { type: 'string' },
  })
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [groupOf(path).name],
    'x-needs': operation.needs,
    security: securityOf(operation),
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...inQuery.map((name) => parameter(name, 'query')),
      ...(isOnce(operation) ? [keyParameter] : []),
      ...(operation.answers === 'events' ? [resumeParameter] : []),
    ],
    ...(takesJson && rest.length > 0 && { requestBody: bodyOf(input, inPath) }),
    ...(operation.takesFile && { requestBody: fileRequest }),
    responses: {
      200: { description: doneWords[operation.answers], content: contentOf(operation, named) },
      default: {
        description: 'Not done',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

/** Whether a key makes a repeat of a request harmless. */
export const isOnce = ({ method, answers, scope, takesFile = false }: Operation): boolean =>
  method !== 'GET' && answers === 'value' && scope === 'company' && !takesFile

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
} as const

const resumeParameter = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  schema: {
    type: 'integer',
    minimum: 0,
    description: 'The last `id` that came: the stream goes on after it. Goes before `after`.',
  },
} as const

/** Whether the input that is not in the path is sent as the body. */
const hasBody = ({ method }: Operation): boolean => method === 'POST' || method === 'PUT'

/** A file is described by its media type alone. */
const fileRequest = { required: true, content: { 'application/octet-stream': { schema: {} } } }

function contentOf(operation: Operation, named: Record<string, JsonSchema>) {
  if (operation.answers !== 'file') {
    const schema = schemaOf(operation.output, 'output', named)
    return { [answerTypes[operation.answers]]: { schema } }
  }
  const { mediaTypes } = operation as FileOperation<z.ZodType>
  return Object.fromEntries(mediaTypes.map((type) => [type, { schema: {} }]))
}

/** What is said in the path is not said in the body. */
function bodyOf(input: JsonSchema, inPath: readonly string[]) {
  const isInBody = (name: string) => !inPath.includes(name)
  const properties = Object.entries(input.properties ?? {}).filter(([name]) => isInBody(name))
  const required = (input.required ?? []).filter(isInBody)
  const schema = { ...input, properties: Object.fromEntries(properties), required }
  return { required: required.length > 0, content: { 'application/json': { schema } } }
}
