import { z } from 'zod'
import { isPlainReference, unitRef, unitsPerCommandMax } from './command.ts'
import { identifier, newUnit } from './new-unit.ts'
import { isPlainLine, isTraitName } from './subject.ts'

/** An input of which nothing is left of the long lists but what has to be looked at more closely. */
export interface Shortened {
  readonly input: unknown
  /** Gives the output of the schema for the whole input, from that for the shortened one. */
  restore(output: unknown): unknown
}

/**
 * Shortens the input of a command before its schema reads it. The lists of an import hold
 * thousands of entries, and nearly all of them are, at a glance, what the schema would give back:
 * of a list of those one entry is left. What is well-formed, and what is wrong, stays the same.
 */
export function setPlainAside(schema: z.ZodType, input: unknown): Shortened {
  const plain = plainLists(schema, input)
  if (plain === null) return { input, restore: (output) => output }
  const shortened: Record<string, unknown> = { ...(input as object) }
  for (const name in plain) shortened[name] = plain[name]!.slice(0, 1)
  return { input: shortened, restore: (output) => Object.assign(output as object, plain) }
}

type Glance = (element: unknown) => boolean

/** The lists of an input of which every element is plainly as the schema would give it back. */
function plainLists(schema: z.ZodType, input: unknown): Record<string, unknown[]> | null {
  const glances = glancesOf(schema)
  if (glances.length === 0 || typeof input !== 'object' || input === null) return null
  let plain: Record<string, unknown[]> | null = null
  for (const [name, glance] of glances) {
    const list = (input as Record<string, unknown>)[name]
    if (!Array.isArray(list) || list.length < 2 || list.length > unitsPerCommandMax) continue
    if (list.every(glance)) (plain ??= {})[name] = list
  }
  return plain
}

const glancesBySchema = new WeakMap<z.ZodType, [name: string, glance: Glance][]>()

/** The lists of units that a schema has, by name. */
function glancesOf(schema: z.ZodType): [name: string, glance: Glance][] {
  let glances = glancesBySchema.get(schema)
  if (!glances) glancesBySchema.set(schema, (glances = findGlances(schema)))
  return glances
}

function findGlances(schema: z.ZodType): [name: string, glance: Glance][] {
  // What a schema checks of the whole input could look at its lists.
  if (!(schema instanceof z.ZodObject) || schema.def.checks?.length) return []
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, property]) => {
    const list = property instanceof z.ZodOptional ? property.unwrap() : property
    const element = list instanceof z.ZodArray ? list.element : undefined
    if (element === unitRef) return [[name, isPlainRef] as [string, Glance]]
    return element === newUnit ? [[name, isPlainUnit] as [string, Glance]] : []
  })
}

function isPlainRef(ref: unknown): boolean {
  if (typeof ref === 'string') return isPlainReference(ref, 200)
  if (typeof ref === 'number') return Number.isSafeInteger(ref) && ref > 0
  return hasPlain(ref, refProperties)
}

type Properties = Readonly<Record<string, (value: unknown) => boolean>>

const refProperties: Properties = {
  item: (value) => typeof value === 'string' && isPlainReference(value, 100),
  serial: (value) => typeof value === 'string' && isPlainReference(value, 200),
}
const unitProperties: Properties = {
  serial: (value) => typeof value === 'string',
  identifiers: (value) =>
    Array.isArray(value) && value.length <= 20 && value.every(isPlainIdentifier),
  traits: hasPlainTraits,
  lot: (value) => typeof value === 'string' && isPlainLine(value, 100),
  content: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
}
const identifierProperties: Properties = {
  type: (value) => typeof value === 'string',
  value: (value) => typeof value === 'string',
}

const isPlainUnit: Glance = (unit) => hasPlain(unit, unitProperties)
const isPlainIdentifier: Glance = (one) =>
  hasPlain(one, identifierProperties) && identifier.safeParse(one).success

/** The properties stand in the order in which the schema would give them: a fingerprint sees it. */
const orders = new Map<Properties, readonly string[]>(
  [refProperties, unitProperties, identifierProperties].map((one) => [one, Object.keys(one)]),
)

function hasPlain(value: unknown, properties: Properties): boolean {
  if (!isPlainObject(value)) return false
  const order = orders.get(properties)!
  let last = -1
  let count = 0
  for (const name in value) {
    const place = order.indexOf(name)
    if (place <= last || !properties[name]!(value[name])) return false
    last = place
    count += 1
  }
  return properties === unitProperties || count === order.length
}

function hasPlainTraits(traits: unknown): boolean {
  if (!isPlainObject(traits)) return false
  for (const name in traits) {
    if (name === '__proto__' || !isTraitName(name)) return false
    const value = traits[name]
    const isPlain =
      value === null ||
      typeof value === 'boolean' ||
      (typeof value === 'number' && Number.isFinite(value)) ||
      (typeof value === 'string' && isPlainLine(value, 1000))
    if (!isPlain) return false
  }
  return true
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
