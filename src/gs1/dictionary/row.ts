/** The vocabulary in which `ai-rows.generated.ts` writes the GS1 Syntax Dictionary down. */

import { linters } from '../linters/registry.ts'
import type { Linter, LinterName } from '../linters/registry.ts'

/** A rule with the name by which a problem reports it. */
export interface Rule {
  readonly name: LinterName
  readonly check: Linter
}

/** One part of a value. Parts follow each other without separator. */
export interface Component {
  readonly lengthMin: number
  readonly lengthMax: number
  readonly optional: boolean
  /** The character set first, then the others in order. */
  readonly rules: readonly Rule[]
}

/** How identifiers go together. Patterns stand as in the dictionary: `01,02`, `01+21`, `310n`. */
export interface Associations {
  /** Of each group at least one alternative must be present. */
  readonly req?: readonly string[]
  /** None of these may be present. */
  readonly ex?: readonly string[]
  /** Is a primary key of GS1 Digital Link; qualifiers in order, alternatives by `|`. */
  readonly key?: string
}

/** One line of the dictionary: an identifier, or a range that differs in the last digit. */
export interface Row extends Associations {
  readonly ais: string
  /** `*`: ends at its predefined length, without separator. `?`: may stand in a link's query. */
  readonly flags: string
  readonly components: readonly Component[]
  readonly title: string
}

type Length = number | readonly [min: number, max: number]

function component(set: LinterName, length: Length, names: readonly LinterName[]): Component {
  const [lengthMin, lengthMax] = typeof length === 'number' ? [length, length] : length
  const rules = [set, ...names].map((name) => ({ name, check: linters[name] }))
  return { lengthMin, lengthMax, optional: false, rules }
}

/** Digits. */
export function n(length: Length, ...names: LinterName[]): Component {
  return component('csetnumeric', length, names)
}

/** Characters of CSET 82. */
export function x(length: Length, ...names: LinterName[]): Component {
  return component('cset82', length, names)
}

/** Characters of CSET 39. */
export function y(length: Length, ...names: LinterName[]): Component {
  return component('cset39', length, names)
}

/** Characters of CSET 64. */
export function z(length: Length, ...names: LinterName[]): Component {
  return component('cset64', length, names)
}

/** A part that may be absent. */
export function optional(part: Component): Component {
  return { ...part, optional: true }
}

/** 1 to `max` characters. */
export function upTo(max: number): Length {
  return [1, max]
}

export function row(
  ais: string,
  flags: string,
  components: readonly Component[],
  title: string,
  associations: Associations = {},
): Row {
  return { ais, flags, components, title, ...associations }
}
