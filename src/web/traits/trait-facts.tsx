import { Fact } from '../ui/panel.tsx'
import { TraitValue } from './trait-value.tsx'
import { useTraits } from './use-traits.ts'

/** Traits with their values, as facts of what has them. */
export function TraitFacts({ traits }: { traits: Readonly<Record<string, unknown>> }) {
  const { definitionOf, labelOf } = useTraits()
  return Object.entries(traits)
    .filter(([, value]) => value !== null)
    .map(([code, value]) => (
      <Fact key={`trait ${code}`} name={labelOf(code)}>
        <TraitValue definition={definitionOf(code)} value={value} />
      </Fact>
    ))
}
