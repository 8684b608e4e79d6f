import type { TraitDefinition } from '../../domain/trait-definition.ts'
import { useText } from '../texts/texts.ts'
import { DayText } from '../ui/time-text.tsx'

/** The value of a trait as people read it: with its unit of measure, in their language. */
export function TraitValue({
  definition,
  value,
}: {
  definition: TraitDefinition | undefined
  value: unknown
}) {
  const common = useText('common')
  if (typeof value === 'boolean') return <>{common(value ? 'yes' : 'no')}</>
  const text = String(value)
  if (definition?.type === 'date' && !Number.isNaN(Date.parse(text))) {
    return <DayText day={Date.parse(text)} />
  }
  const isMeasured = definition?.type === 'number' && typeof value === 'number'
  return <bdi>{isMeasured && definition.measure ? `${text} ${definition.measure}` : text}</bdi>
}
