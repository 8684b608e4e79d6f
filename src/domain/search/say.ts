import type { Clause, Said } from '../../i18n/clause.ts'
import search from '../../i18n/en/search.json' with { type: 'json' }
import { sayFrom } from '../../i18n/english.ts'
import type { FieldReference } from './fields.ts'

/** Says the texts of searches. */
export const say = /* @__PURE__ */ sayFrom('search', search)

/** What a field is called within a sentence; a trait has the name that people gave it. */
export function fieldLabel(field: FieldReference): Said {
  if (field.kind === 'field') return say(`field.${field.name}.label`)
  return field.kind === 'identifier' ? say('identifier.label', { type: field.name }) : field.name
}

/** A condition on a field: that it has one of some values, any value, or none. */
export function fieldCondition(
  field: FieldReference,
  has: 'with' | 'some' | 'none',
  value: Said = null,
): Clause {
  const { kind, name } = field
  if (kind === 'field') return say(`field.${name}.${has}`, { value })
  return kind === 'identifier'
    ? say(`identifier.${has}`, { type: name, value })
    : say(`named.${has}`, { name, value })
}

/** What a field or directive of the table finds or does, as one sentence for the guide and the box. */
export const meaningOf = (name: string): Clause =>
  Object.hasOwn(search.directive, name)
    ? say(`directive.${name as keyof typeof search.directive}`)
    : say(`field.${name as keyof typeof search.field}.meaning`)
