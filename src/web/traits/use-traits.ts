import type { Outputs } from '../../client/web-client.ts'
import type { TraitDefinition } from '../../domain/trait-definition.ts'
import type { TraitBearer } from '../../domain/subject-words.ts'
import { useOperation } from '../data/operations.ts'

/** A trait that is defined. */
export interface DefinedTrait {
  readonly code: string
  readonly definition: TraitDefinition
}

/** The traits of the company, to be asked by their codes. */
export interface TraitBook {
  readonly defined: readonly DefinedTrait[]
  /** The definition of a code, in whatever letter case; undefined where there is none. */
  definitionOf(code: string): TraitDefinition | undefined
  /** What people read: the name, else the code. */
  labelOf(code: string): string
}

const keyOf = (code: string): string => code.trim().toUpperCase()

/** The definitions of traits; none while they are being loaded. */
export function useTraits(): TraitBook {
  const { data } = useOperation('listTraits', {}, { keepsFormer: true })
  const defined = definedAmong(data?.traits ?? [])
  const byKey = new Map(defined.map(({ code, definition }) => [keyOf(code), definition]))
  const definitionOf = (code: string) => byKey.get(keyOf(code))
  return { defined, definitionOf, labelOf: (code) => definitionOf(code)?.name ?? code }
}

/** Those of the traits that have a definition. */
export const definedAmong = (traits: Outputs['listTraits']['traits']): DefinedTrait[] =>
  traits.flatMap(({ code, definition }) => (definition === null ? [] : [{ code, definition }]))

/** Whether units, items or lots can have a trait. */
export const belongsTo = ({ of }: TraitDefinition, bearer: TraitBearer): boolean =>
  of === undefined || of.includes(bearer)
