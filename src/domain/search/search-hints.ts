import type { Clause } from '../../i18n/clause.ts'
import type { TraitDefinition } from './fields.ts'
import type { Expression, SearchQuery, Term } from './search-query.ts'
import { say } from './say.ts'

/**
 * What a search asks for that nothing should have: a value that is none of a trait's choices. It is
 * no error, for units may have such a value from before the trait was defined.
 */
export function searchHints(
  { where }: Pick<SearchQuery, 'where'>,
  knownTraits: readonly TraitDefinition[],
): Clause[] {
  if (!where) return []
  return termsOf(where).flatMap(({ field, matches }) => {
    const choices = field.kind === 'trait' ? choicesOf(field.name, knownTraits) : undefined
    if (!choices) return []
    const known = new Set(choices.map((choice) => choice.toUpperCase()))
    return matches
      .flatMap((match) => (match.kind === 'text' ? match.text : []))
      .filter((text) => !known.has(text.toUpperCase()))
      .map((value) => say('hint', { value, trait: field.name, choices: list(choices) }))
  })
}

const choicesOf = (name: string, knownTraits: readonly TraitDefinition[]) =>
  knownTraits.find((trait) => trait.name === name)?.choices

const choicesTold = 12

const list = (choices: readonly string[]): string =>
  choices.length > choicesTold
    ? `${choices.slice(0, choicesTold).join(', ')} …`
    : choices.join(', ')

function termsOf(part: Expression): Term[] {
  if (part.kind === 'and' || part.kind === 'or') return part.parts.flatMap(termsOf)
  if (part.kind === 'not') return termsOf(part.part)
  return part.kind === 'term' ? [part] : []
}
