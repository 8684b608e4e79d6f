import type { Draft } from './draft.ts'
import { seekSubject } from './find-subject.ts'
import { refuse } from './refusal.ts'
import type { Subject } from './subject.ts'
import type { TraitBearer } from './subject-words.ts'
import { bearersInWords, fitValue, whatFits } from './trait-definition.ts'
import type { Scalar, UnitState } from './unit-state.ts'
import { refuseInput } from './issue.ts'

/** Traits by name as a command says them; null takes one away. */
export type Traits = Readonly<Record<string, Scalar>> | null | undefined

const nothing: Readonly<Record<string, Scalar>> = {}

/**
 * The traits of a command as they are defined: names and values take the spelling and the type of
 * the definition. What nobody defined stays as it is; what does not fit is refused.
 *
 * @param bearer what shall have the traits
 * @param former what an item or a lot has already: the same value again is no news, and stays
 */
export function fitTraits(
  draft: Draft,
  bearer: TraitBearer,
  traits: Traits,
  former: Traits = nothing,
): Readonly<Record<string, Scalar>> {
  if (!traits) return nothing
  const fitted: Record<string, Scalar> = {}
  for (const name in traits) {
    const value = traits[name]!
    const isKept = former && Object.hasOwn(former, name) && former[name] === value
    const trait = isKept ? undefined : definitionOf(draft, name)
    const spelt = trait?.code ?? name
    if (Object.hasOwn(fitted, spelt)) {
      refuseInput(`traits.${name}`, 'saidTwice', { name: spelt })
    }
    fitted[spelt] = trait ? fit(trait, bearer, value) : value
  }
  return fitted
}

/** A command can have thousands of entries with the same traits, so each is sought once. */
function definitionOf(draft: Draft, name: string): Subject<'trait'> | undefined {
  const known = draft.traits.get(name)
  if (known || draft.traits.has(name)) return known
  const trait = seekSubject(draft, 'trait', name)
  draft.traits.set(name, trait)
  return trait
}

function fit({ code, data }: Subject<'trait'>, bearer: TraitBearer, value: Scalar): Scalar {
  if (value === null) return null
  if (data.of && !data.of.includes(bearer)) {
    refuse('trait_elsewhere', { trait: code, of: bearersInWords(data.of), bearer })
  }
  const fitted = fitValue(data, value)
  return (
    fitted ?? refuse('trait_unfit', { trait: code, value: String(value), fitting: whatFits(data) })
  )
}

/**
 * Says by path what fitted traits change of a unit. A value that it has under another spelling of a
 * defined name, from before the definition, gives way.
 */
export function sayTraits(
  draft: Draft,
  after: Record<string, Scalar>,
  { detail }: UnitState,
  traits: Readonly<Record<string, Scalar>>,
): void {
  for (const name in traits) {
    for (const path in detail) if (isOther(draft, path, name)) after[path] = null
    after[`trait.${name}`] = traits[name]!
  }
}

function isOther(draft: Draft, path: string, name: string): boolean {
  if (!path.startsWith('trait.')) return false
  const other = path.slice(6)
  const isSame = other.toUpperCase() === name.toUpperCase()
  return isSame && other !== name && definitionOf(draft, name)?.code === name
}
