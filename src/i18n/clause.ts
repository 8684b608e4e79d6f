/**
 * What is said, in no language yet: the file and key of a text (`search.allUnits`), and what its
 * places are filled with. A text whose key ends in `_one`, `_other` … is chosen by `count`.
 */
export interface Clause {
  readonly key: string
  readonly values: Readonly<Record<string, Said>>
}

/**
 * How several things stand in a row: `one, two and three`, `one, two or three`, `one, two then
 * three`, or all of them with commas, with semicolons, or sentence after sentence.
 */
export const listJoins = ['and', 'or', 'then', 'comma', 'semicolon', 'sentence'] as const

export interface ClauseList {
  readonly join: (typeof listJoins)[number]
  readonly parts: readonly Said[]
}

/** What a place in a text is filled with: data as it stands, or what is said of it. */
export type Said = string | number | boolean | null | Clause | ClauseList

/** Names of the files that something is said from; some of them more than once. */
export function filesOf(said: Said): string[] {
  if (typeof said !== 'object' || said === null) return []
  if ('join' in said) return said.parts.flatMap(filesOf)
  return [said.key.replace(/\..*/, ''), ...Object.values(said.values).flatMap(filesOf)]
}

/** Several things in a row. */
export const listOf = (join: ClauseList['join'], parts: readonly Said[]): ClauseList => ({
  join,
  parts,
})
