import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { jsonWriter } from './json-writer.ts'

interface Shaped {
  readonly schema: z.ZodType
  /** Values of the shape, and some that are not quite. */
  readonly values: fc.Arbitrary<unknown>
}

const text = fc.string({ unit: fc.oneof(fc.string({ maxLength: 1 }), fc.constant('\ud800"\n')) })
const leaves: readonly Shaped[] = [
  { schema: z.string(), values: text },
  { schema: z.string().min(2).trim(), values: text },
  { schema: z.email(), values: fc.emailAddress() },
  { schema: z.int(), values: fc.oneof(fc.integer(), fc.double()) },
  { schema: z.int32(), values: fc.oneof(fc.integer(), fc.maxSafeInteger()) },
  { schema: z.number(), values: fc.double() },
  { schema: z.number().max(3), values: fc.integer({ max: 5 }) },
  { schema: z.boolean(), values: fc.boolean() },
  { schema: z.null(), values: fc.constant(null) },
  { schema: z.unknown(), values: fc.anything() },
  { schema: z.enum(['one', 't"wo']), values: fc.constantFrom('one', 't"wo', 'three') },
  { schema: z.literal([1, 'x', null]), values: fc.constantFrom(1, 'x', null, 2) },
  { schema: z.string().default('none'), values: fc.constantFrom('some', undefined) },
  { schema: z.string().transform((one) => one.length), values: text },
]

const name = fc.constantFrom('a', 'b"', '7', 'ü', 'constructor', 'c d')

const nullable = ({ schema, values }: Shaped): Shaped => ({
  schema: schema.nullable(),
  values: fc.option(values),
})
const list = ({ schema, values }: Shaped): Shaped => ({
  schema: z.array(schema),
  values: fc.array(values, { maxLength: 4 }),
})
const record = ({ schema, values }: Shaped): Shaped => ({
  schema: z.record(z.string(), schema),
  values: fc.dictionary(fc.oneof(name, text), values, { maxKeys: 4 }),
})
const either = ([one, other]: [Shaped, Shaped]): Shaped => ({
  schema: z.union([one.schema, other.schema]),
  values: fc.oneof(one.values, other.values),
})
const object = (parts: Record<string, [Shaped, isOptional: boolean]>): Shaped => {
  const named = Object.entries(parts)
  const schemas = named.map(([key, [{ schema }, isOptional]]) => {
    return [key, isOptional ? schema.optional() : schema] as const
  })
  const values = Object.fromEntries(named.map(([key, [one]]) => [key, one.values] as const))
  const optional = named.filter(([, [, isOptional]]) => isOptional).map(([key]) => key)
  const requiredKeys = Object.keys(parts).filter((key) => !optional.includes(key))
  return {
    schema: z.object(Object.fromEntries(schemas)),
    values: fc
      .tuple(fc.record(values, { requiredKeys }), fc.dictionary(fc.string(), fc.jsonValue()))
      .map(([known, others]) => ({ ...others, ...known })),
  }
}

/** Shapes that hold shapes. */
const shapes: fc.Arbitrary<Shaped> = fc.letrec<{ shape: Shaped }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...leaves),
    tie('shape').map(nullable),
    tie('shape').map(list),
    tie('shape').map(record),
    fc.tuple(tie('shape'), tie('shape')).map(either),
    fc.dictionary(name, fc.tuple(tie('shape'), fc.boolean()), { maxKeys: 5 }).map(object),
  ),
})).shape

/** What comes of writing: the text, or that it is of another shape. */
function outcome(write: () => string): string {
  try {
    return write()
  } catch (error) {
    if (error instanceof z.ZodError) return `refused: ${error.message}`
    throw error
  }
}

it('writes what checking and then writing writes, and refuses the same', () => {
  const cases = shapes.chain(({ schema, values }) =>
    fc.tuple(
      fc.constant(schema),
      fc.array(fc.oneof({ weight: 4, arbitrary: values }, fc.anything())),
    ),
  )
  fc.assert(
    fc.property(cases, ([schema, values]) => {
      const write = jsonWriter(schema)
      for (const value of values) {
        const expected = outcome(() => JSON.stringify(schema.parse(value)))
        expect(outcome(() => write(value))).toBe(expected)
      }
    }),
    { numRuns: 1000 },
  )
})

it('lets out no field that the shape does not know', () => {
  const write = jsonWriter(z.object({ id: z.int(), of: z.object({ code: z.string() }) }))
  const value = { id: 1, secret: 'x', of: { code: 'A', hash: 'y' } }
  expect(write(value)).toBe('{"id":1,"of":{"code":"A"}}')
  expect(() => write({ id: '1', of: { code: 'A' } })).toThrow(z.ZodError)
})

it('knows shapes that hold themselves', () => {
  const tree: z.ZodType = z.object({
    name: z.string(),
    below: z.array(z.lazy(() => tree)),
  })
  const leaf = { name: 'leaf', below: [] }
  const value = { name: 'root', below: [leaf, { name: 'twig', below: [leaf] }] }
  expect(jsonWriter(tree)(value)).toBe(JSON.stringify(value))
  expect(() => jsonWriter(tree)({ name: 'root', below: [{}] })).toThrow(z.ZodError)
})
