import type { JsonSchema } from './describe-api.ts'

/**
 * A JSON schema as a TypeScript type.
 *
 * @param indent what the line that it begins on is indented by
 * @param isInput whether the type is of something that is sent: lists that nobody changes will do
 */
export function typeOf(schema: JsonSchema, indent: string, isInput = false): string {
  const inner = (part: unknown, deeper = indent) => typeOf(part as JsonSchema, deeper, isInput)
  const { $ref, anyOf, oneOf, allOf, type } = schema as {
    readonly $ref?: string
    readonly anyOf?: readonly JsonSchema[]
    readonly oneOf?: readonly JsonSchema[]
    readonly allOf?: readonly JsonSchema[]
    readonly type?: string | string[]
  }
  if ($ref !== undefined) return $ref.slice($ref.lastIndexOf('/') + 1)
  if ('const' in schema) return literal(schema['const'])
  if (Array.isArray(schema['enum'])) return schema['enum'].map(literal).join(' | ')
  // What is said of a shape besides its properties is no other shape.
  const choices = anyOf ?? (schema.properties ? undefined : oneOf)
  if (choices) return [...new Set(choices.map((one) => inner(one)))].join(' | ')
  if (allOf) return allOf.map((one) => bracketed(inner(one))).join(' & ')
  if (Array.isArray(type)) return type.map((one) => inner({ ...schema, type: one })).join(' | ')
  if (type === 'object') return objectType(schema, indent, isInput)
  if (type === 'array') return arrayType(schema, inner, isInput)
  return simple[String(type)] ?? 'unknown'
}

const simple: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : JSON.stringify(value)

const bracketed = (type: string): string => (/[|&]/.test(type) ? `(${type})` : type)

function arrayType(schema: JsonSchema, inner: (part: unknown) => string, isInput: boolean): string {
  const { prefixItems, items } = schema as { prefixItems?: readonly unknown[]; items?: unknown }
  const prefix = isInput ? 'readonly ' : ''
  if (prefixItems) return `${prefix}[${prefixItems.map((one) => inner(one)).join(', ')}]`
  return `${prefix}${bracketed(inner(items ?? {}))}[]`
}

function objectType(schema: JsonSchema, indent: string, isInput: boolean): string {
  const deeper = `${indent}  `
  const properties = Object.entries(schema.properties ?? {})
  const others = schema['additionalProperties']
  if (properties.length === 0) {
    if (typeof others !== 'object' || others === null) {
      return others === undefined || others === false ? 'Record<string, never>' : 'object'
    }
    return `Record<string, ${typeOf(others as JsonSchema, indent, isInput)}>`
  }
  const lines = properties.map(([name, part]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name)
    const isRequired = schema.required?.includes(name)
    // What may be left out may be given as undefined too: a form has it so.
    const type = typeOf(part, deeper, isInput)
    const value = isRequired || !isInput || type === 'unknown' ? type : `${type} | undefined`
    return `${commentOf(part, deeper)}${deeper}${key}${isRequired ? '' : '?'}: ${value}\n`
  })
  return `{\n${lines.join('')}${indent}}`
}

/** What is said of a property, on a line of its own above it. */
function commentOf(part: JsonSchema, indent: string): string {
  const choices = (part['anyOf'] ?? []) as readonly JsonSchema[]
  const said = [part, ...choices].find(({ description }) => description !== undefined)
  return said ? `${indent}/** ${said.description} */\n` : ''
}
