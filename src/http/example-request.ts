import { uuidv7 } from 'uuidv7'
import type { DescribedOperation, JsonSchema } from './describe-api.ts'

/** Values that show what a property of a name is about. */
const samples: Readonly<Record<string, unknown>> = {
  company: 'main',
  unit: 'Z300GQ9K',
  units: '1-1000',
  location: 'HQ',
  query: 'status:in_stock model:ST3000DM001',
  name: 'drives',
  batch: 'IMPORT-20260302081500-7aa1',
  code: 'DRIVE',
  commands: [
    {
      id: uuidv7(),
      kind: 'move',
      input: { units: ['Z300GQ9K'], to: 'A-4' },
    },
  ],
}

/** A request as it would be typed. */
export function exampleOf(path: string, method: string, operation: DescribedOperation): string {
  const { parameters, requestBody } = operation
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const { schema = {} } = parameters.find((one) => one.name === name) ?? {}
    return encodeURIComponent(String(sampleOf(name, schema)))
  })
  const query = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(name, schema)))}`)
  const target = `http://localhost:8420${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
  const lines = [`curl '${target}'`, "  -H 'authorization: Bearer srt_…'"]
  if (method !== 'get') lines[0] = `curl -X ${method.toUpperCase()} '${target}'`
  const json = requestBody?.content['application/json']?.schema
  if (json) {
    lines.push("  -H 'content-type: application/json'")
    lines.push(`  -d '${JSON.stringify(sampleOf('', json))}'`)
  } else if (requestBody) {
    lines.push("  -H 'content-type: application/octet-stream'", '  --data-binary @drives.csv')
  }
  return lines.join(' \\\n')
}

function sampleOf(name: string, schema: JsonSchema): unknown {
  if (name in samples) return samples[name]
  const { type, enum: choices, properties, required = [], anyOf } = schema
  if (Array.isArray(choices)) return choices[0] as unknown
  if (Array.isArray(anyOf)) return sampleOf(name, anyOf[0] as JsonSchema)
  if (type === 'integer' || type === 'number') return schema['default'] ?? 1
  if (type === 'boolean') return true
  if (type === 'array') return []
  if (type === 'object') {
    return Object.fromEntries(required.map((one) => [one, sampleOf(one, properties?.[one] ?? {})]))
  }
  return type === 'string' ? '…' : {}
}
