import { z } from 'zod'
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
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
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
    components: { schemas },
  }
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

/** Points references at the description's own place for named schemas. */
function rehomed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rehomed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === '$ref' ? String(part).replace('#/$defs/', '#/components/schemas/') : rehomed(part),
    ]),
  )
}

function describe(
  operation: Operation,
  path: string,
  named: Record<string, JsonSchema>,
): DescribedOperation {
  const input = schemaOf(operation.input, 'input', named)
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
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...inQuery.map((name) => parameter(name, 'query')),
      ...(isOnce(operation) ? [keyParameter] : []),
    ],
    ...(takesJson && rest.length > 0 && { requestBody: bodyOf(input, inPath) }),
    ...(operation.takesFile && { requestBody: fileRequest }),
    responses: {
      200: { description: 'Done', content: contentOf(operation, named) },
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
