import type { SubjectField } from '../subjects/subject-field.ts'
import { belongsTo, useTraits } from './use-traits.ts'

/** The traits that an item or a lot is asked for: those that are defined for it. */
export function useTraitFields(kind: 'item' | 'lot'): readonly SubjectField[] {
  const { defined } = useTraits()
  return defined
    .filter(({ definition }) => belongsTo(definition, `${kind}s`))
    .map(({ code, definition }) => ({
      name: code,
      label: definition.name ?? code,
      as: 'trait',
      trait: definition,
    }))
}
