import type { TraitBearer } from '../../../domain/subject-words.ts'
import {
  bearersInWords,
  fitValue,
  whatFits,
  type TraitDefinition,
} from '../../../domain/trait-definition.ts'
import type { MappedRow, TraitValue } from './mapped-row.ts'
import { fault, valueProblem, type Fault } from './value-problem.ts'

/** Definitions of traits by their names in capitals. */
export type TraitDefinitions = ReadonlyMap<string, TraitDefinition & { readonly code: string }>

/**
 * Finds the traits of a row that do not fit their definitions, as the ledger would, so that a dry
 * run tells them; the ledger itself brings values into their form.
 */
export function checkTraits(definitions: TraitDefinitions, row: MappedRow): MappedRow {
  if (definitions.size === 0) return row
  const faults = [
    ...faultsOf(definitions, 'units', row.unit?.traits),
    ...faultsOf(definitions, 'items', row.item?.traits),
  ]
  if (faults.length === 0) return row
  const problems = faults.map(([name, one]) => valueProblem(one, row.line, name))
  return { ...row, problems: [...row.problems, ...problems] }
}

/** Whether a value fits the trait of a name, be it defined or not. */
export function fitsTrait(
  definitions: TraitDefinitions,
  bearer: TraitBearer,
  name: string,
  value: TraitValue,
): boolean {
  return faultsOf(definitions, bearer, { [name]: value }).length === 0
}

function faultsOf(
  definitions: TraitDefinitions,
  bearer: TraitBearer,
  traits: Readonly<Record<string, TraitValue>> = {},
): [name: string, fault: Fault][] {
  return Object.entries(traits).flatMap(([name, value]): [string, Fault][] => {
    const trait = definitions.get(name.toUpperCase())
    const found = trait && faultOf(trait, bearer, value)
    return found ? [[name, found]] : []
  })
}

function faultOf(
  { code: trait, ...definition }: TraitDefinition & { readonly code: string },
  bearer: TraitBearer,
  value: TraitValue,
): Fault | undefined {
  if (definition.of && !definition.of.includes(bearer)) {
    return fault('trait_elsewhere', { trait, of: bearersInWords(definition.of), bearer })
  }
  if (fitValue(definition, value) !== null) return undefined
  return fault('trait_unfit', { trait, value: String(value), fitting: whatFits(definition) })
}
