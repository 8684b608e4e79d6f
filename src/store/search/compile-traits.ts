import type { Match } from '../../domain/search/index.ts'
import type { Compiler } from './compiler.ts'
import { boundsOf, anyTest, textsOf } from './match-value.ts'
import { allOf, anyOf, hasAny, idAmong, noneOf, type Plan, type ValuePlan } from './plan.ts'
import type { Directory } from './directory.ts'

/** Units whose trait is one of the values: their own, else that of their lot, else of their item. */
export function planTrait({ directory }: Compiler, name: string, matches: readonly Match[]): Plan {
  const test = anyTest(matches)
  const texts = textsOf(matches)
  const own: ValuePlan = {
    kind: 'value',
    name: `trait.${name}`,
    test,
    ...boundsOf(matches),
    ...(texts && { texts }),
  }
  const lots = traitOf(directory.lots, name)
  const items = traitOf(directory.items, name)
  if (lots.size === 0 && items.size === 0) return own
  const passing = (values: typeof lots) =>
    new Set([...values].filter(([, value]) => test(value)).map(([id]) => id))
  const hasOwn = hasAny(`trait.${name}`)
  const ofLot = idAmong('lot', new Set(lots.keys()))
  return anyOf([
    own,
    allOf([noneOf(hasOwn), idAmong('lot', passing(lots))]),
    allOf([noneOf(hasOwn), noneOf(ofLot), idAmong('item', passing(items))]),
  ])
}

type Described = { readonly id: number; readonly data: { readonly traits?: object | undefined } }

/** The values that lots or items give their units for a trait. */
export function traitOf(
  subjects: Directory['lots'] | Directory['items'],
  name: string,
): Map<number, string | number | boolean> {
  const values = new Map<number, string | number | boolean>()
  for (const { id, data } of subjects.values() as Iterable<Described>) {
    const value = (data.traits as Record<string, string | number | boolean | null> | undefined)?.[
      name
    ]
    if (value !== undefined && value !== null) values.set(id, value)
  }
  return values
}
