import { expect, it } from 'vitest'
import { apiPath } from '../contract/operation.ts'
import { describeApi } from './describe-api.ts'
import { referencePage } from './reference-page.ts'
import { servedHandlers } from './served.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: object
}

interface DescribedOperation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly security: readonly object[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: {
    content: Record<string, { schema: { required?: string[] } } | undefined>
  }
  readonly responses: Record<string, { description: string; content: Record<string, object> }>
}

const api = JSON.parse(JSON.stringify(describeApi())) as {
  openapi: string
  info: { title: string; version: string }
  tags: { name: string }[]
  paths: Record<string, Record<string, DescribedOperation>>
  components: { schemas: Record<string, object> }
}
const described = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

it('is an OpenAPI 3.1 document of every operation that is served', () => {
  expect(api.openapi).toBe('3.1.0')
  expect(api.info.title).toBe('Seriatim')
  const named = described.map(({ path, method, operation }) => [
    operation.operationId,
    method,
    path,
  ])
  expect(new Map(named.map(([name, ...rest]) => [name, rest]))).toEqual(
    new Map(
      servedHandlers.map(({ operation }) => [
        operation.name,
        [operation.method.toLowerCase(), apiPath(operation)],
      ]),
    ),
  )
  expect(named).toHaveLength(servedHandlers.length)
})

it('declares each parameter of a path once, and says the others in the query or the body', () => {
  for (const { path, method, operation } of described) {
    const { parameters, requestBody } = operation
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    const declared = parameters.filter((parameter) => parameter.in === 'path')
    expect(declared.map(({ name }) => name)).toEqual(inPath)
    expect(declared.every(({ required }) => required)).toBe(true)
    expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length)
    const required = requestBody?.content['application/json']?.schema.required ?? []
    expect(required.filter((name) => inPath.includes(name))).toEqual([])
    const hasBody = method === 'post' || method === 'put'
    expect(requestBody === undefined || hasBody).toBe(true)
  }
})

const answerTypes = {
  value: /^application\/json$/,
  lines: /^application\/x-ndjson$/,
  events: /^text\/event-stream$/,
  file: /^[\w+.-]+\/[\w+.-]+/,
}

it('describes what is answered, done or not', () => {
  for (const { operation } of described) {
    expect(operation.summary).toMatch(/^[A-Z]/)
    const { 200: done, default: not } = operation.responses
    const stream = servedHandlers.find((one) => one.operation.name === operation.operationId)!
    const { answers } = stream.operation
    expect(Object.keys(done!.content).join()).toMatch(answerTypes[answers])
    expect(Object.keys(not!.content)).toEqual(['application/problem+json'])
  }
})

it('refers only to what it holds, and holds JSON schemas only', () => {
  const schemaTypes = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
  const references: string[] = []
  const types: string[] = []
  const visit = (value: unknown, key: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { $ref, type } = value as { $ref?: unknown; type?: unknown }
    if (typeof $ref === 'string') references.push($ref)
    if (typeof type === 'string' && key !== 'properties') types.push(type)
    for (const [name, part] of Object.entries(value)) visit(part, name)
  }
  visit({ paths: api.paths, schemas: api.components.schemas }, '')
  const held = Object.keys(api.components.schemas).map((name) => `#/components/schemas/${name}`)
  expect(references.filter((one) => !held.includes(one))).toEqual([])
  expect(types.filter((one) => !schemaTypes.includes(one))).toEqual([])
})

it('says the input of a command of each kind, and what lets somebody in', () => {
  const commands = JSON.stringify(api.paths['/api/{company}/commands'])
  expect(commands).toContain(
    '{"kind":{"const":"move"},"input":{"$ref":"#/components/schemas/MoveInput"}}',
  )
  const ways = new Map(
    described.map(({ operation: { operationId, security } }) => [operationId, security]),
  )
  expect(ways.get('showUnit')).toEqual([{ token: [] }, { session: [] }])
  expect(ways.get('listSessions')).toEqual([{ session: [] }])
  expect(ways.get('signIn')).toEqual([])
})

it('has patterns that the regular expressions of any language read', () => {
  const patterns = [...JSON.stringify(api).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text]) => JSON.parse(text!) as string,
  )
  expect(patterns.length).toBeGreaterThan(100)
  expect(patterns.filter((one) => /\\[pu]/.test(one))).toEqual([])
  const [free] = patterns.filter((one) => one.startsWith('^[^\0'))
  expect(['Zoë 漢字 🚲', 'a\nb'].map((text) => new RegExp(free!).test(text))).toEqual([true, false])
})

it('tells each operation in one group, and none of no use', () => {
  const groups = api.tags.map(({ name }) => name)
  const used = described.flatMap(({ operation }) => operation.tags)
  expect(used).toHaveLength(described.length)
  expect([...new Set(used)].toSorted()).toEqual(groups.toSorted())
})

it('has a page for people that names every operation', () => {
  const page = referencePage('nonce')
  for (const { operation } of servedHandlers) {
    expect(page).toContain(operation.summary)
    expect(page).toContain(`href="#${operation.name}"`)
    expect(page).toContain(`id="${operation.name}"`)
  }
  const shown = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const linked = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(linked.filter((id) => !shown.has(id))).toEqual([])
  expect(page).not.toContain('<script')
})
