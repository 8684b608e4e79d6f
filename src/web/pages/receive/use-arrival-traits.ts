import { useOperation } from '../../data/operations.ts'
import { searchFor } from '../../subjects/searches.ts'
import { typedValue } from '../../traits/trait-input.tsx'
import { belongsTo, useTraits, type DefinedTrait } from '../../traits/use-traits.ts'

/** What was typed of a trait, and for which item. */
export interface TypedTrait {
  readonly text: string
  readonly item: string
}

/** The traits that new units of an item begin with. */
export interface ArrivalTraits {
  /** Those that the item's latest units have. */
  readonly asked: readonly DefinedTrait[]
  /** Whatever else is defined for units. */
  readonly others: readonly DefinedTrait[]
  /** What is typed of a trait. */
  readonly textOf: (code: string) => string
  /** What new units of an item begin with: what can be seen of it, and nothing else. */
  readonly valuesFor: (item: unknown) => { traits?: Readonly<Record<string, unknown>> }
}

const isSame = (one: string, other: string | null): boolean =>
  one.toUpperCase() === other?.toUpperCase()

/** How many units of the item tell which traits its units have. */
const unitsMost = 20

/**
 * The traits of what arrives. What was typed for another item stays where units of this one have
 * such a trait too, and goes otherwise.
 *
 * @param typed by the codes of traits
 */
export function useArrivalTraits(
  item: string | null,
  typed: Readonly<Record<string, TypedTrait>>,
): ArrivalTraits {
  const { defined, definitionOf } = useTraits()
  const latest = useOperation(
    'searchUnits',
    { query: searchFor('item', item ?? ''), limit: unitsMost },
    { enabled: item !== null },
  )
  const had = (latest.data?.units ?? []).flatMap(({ traits }) => Object.keys(traits))
  const usual = new Set(had.map(definitionOf))
  const isUsual = ({ definition }: DefinedTrait) => usual.has(definition)
  const possible = latest.isPending
    ? []
    : defined.filter(({ definition }) => belongsTo(definition, 'units'))
  const textOf = (code: string): string => {
    const { text, item: of } = typed[code] ?? { text: '', item }
    return of === item || usual.has(definitionOf(code)) ? text : ''
  }
  return {
    asked: possible.filter(isUsual),
    others: possible.filter((one) => !isUsual(one)),
    textOf,
    valuesFor(received) {
      const isItem = typeof received === 'string' && isSame(received, item)
      if (!isItem) return {}
      const filled = possible.filter(({ code }) => textOf(code).trim() !== '')
      if (filled.length === 0) return {}
      const values = filled.map(({ code, definition }) => [
        code,
        typedValue(definition, textOf(code)),
      ])
      return { traits: Object.fromEntries(values) as Record<string, unknown> }
    },
  }
}
