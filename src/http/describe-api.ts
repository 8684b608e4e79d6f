import { z } from 'zod'
import type { Operation } from '../contract/operation.ts'
import { problem } from '../contract/problem.ts'
import { servedHandlers } from './served.ts'

/** The OpenAPI 3.1 description, made from the schemas that check the requests. */
export function describeApi(): object {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { operation } of servedHandlers) {
    const path = `/api/{company}${operation.path}`
    ;(paths[path] ??= {})[operation.method.toLowerCase()] = describe(operation)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Seriatim',
      version: '0.1.0',
      description: 'Serial number inventory tracking: every thing has an identity and a story.',
    },
    paths,
    components: { schemas: { Problem: schemaOf(problem, 'output') } },
  }
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

interface InputSchema {
  readonly properties?: Readonly<Record<string, object>>
  readonly required?: readonly string[]
}

function describe(operation: Operation): object {
  const input = schemaOf(operation.input, 'input') as InputSchema
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE'
  const names = Object.keys(input.properties ?? {})
  const rest = names.filter((name) => !inPath.includes(name))
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || (input.required ?? []).includes(name),
    schema: input.properties?.[name] ?? { type: 'string' },
  })
  const type = operation.streams ? 'application/x-ndjson' : 'application/json'
  return {
    operationId: operation.name,
    summary: operation.summary,
    parameters: [
      ...['company', ...inPath].map((name) => parameter(name, 'path')),
      ...(hasBody ? [] : rest.map((name) => parameter(name, 'query'))),
    ],
    ...(hasBody && rest.length > 0 && { requestBody: bodyOf(input, inPath) }),
    responses: {
      200: {
        description: 'Done',
        content: { [type]: { schema: schemaOf(operation.output, 'output') } },
      },
      default: {
        description: 'Not done',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

/** What is said in the path is not said in the body. */
function bodyOf(input: InputSchema, inPath: readonly string[]): object {
  const isInBody = (name: string) => !inPath.includes(name)
  const properties = Object.entries(input.properties ?? {}).filter(([name]) => isInBody(name))
  const required = (input.required ?? []).filter(isInBody)
  const schema = { ...input, properties: Object.fromEntries(properties), required }
  return { required: required.length > 0, content: { 'application/json': { schema } } }
}
