import { makerSerialType } from '../domain/serial-rule.ts'
import type { Subject, SubjectData, SubjectKind } from '../domain/subject.ts'
import { subjectKey } from '../domain/subject.ts'
import { mapReferences, withoutParent } from '../domain/subject-references.ts'
import { schemeCells, subjectCells, subjectOf, type Cell } from './rows.ts'
import type { SubjectTable } from './tables.ts'

/** What the second release makes of the subjects of the first. */
export interface UpgradedSubjects {
  /** Rows as `subjectCells` has them, in place of the old ones or new. */
  readonly rows: readonly Cell[][]
  readonly schemes: readonly Cell[][]
  readonly nextSubject: number
  /** Items with their makers: the scopes of the makers' numbers. */
  readonly makers: readonly (readonly [item: number, maker: number])[]
}

/**
 * The first release kept what subjects refer to by code, so that renaming a party broke its items.
 * Now ids are kept. A party that an item or order names and that was never made is made.
 */
export function upgradeSubjects(
  rows: readonly SubjectTable[],
  nextSubject: number,
): UpgradedSubjects {
  const subjects = rows.map(subjectOf)
  const ids = new Map(subjects.map((one) => [keyOf(one.kind, one.code), one.id]))
  const made: Subject[] = []
  const idOf = (kind: SubjectKind, code: string): number | undefined => {
    const known = ids.get(keyOf(kind, code))
    if (known !== undefined || kind !== 'party') return known
    const id = nextSubject + made.length
    made.push({ kind, id, code, parent: null, data: {} })
    ids.set(keyOf(kind, code), id)
    return id
  }
  const upgraded = subjects.map((subject): Subject => {
    const { kind, data } = subject
    const kept = mapReferences(kind, withoutParent(kind, { ...data }), (target, ref) =>
      typeof ref === 'number' ? ref : idOf(target, ref),
    )
    return { ...subject, data: kept }
  })
  const changed = upgraded.filter(
    (subject, index) => JSON.stringify(subject.data) !== rows[index]!.data,
  )
  return {
    rows: [...made, ...changed].map(subjectCells),
    schemes: schemeCells(upgraded),
    nextSubject: nextSubject + made.length,
    makers: upgraded.flatMap(({ kind, id, data }) => {
      const { maker } = data as Partial<SubjectData['item']>
      return kind === 'item' && typeof maker === 'number' ? [[id, maker] as const] : []
    }),
  }
}

const keyOf = (kind: SubjectKind, code: string): string => subjectKey(kind, code)

/** Makers' numbers are unique among those of their maker, or of the item where it has none. */
export const scopeMakerNumbers = `update identifiers
  set scope = (select item from units where units.id = identifiers.unit)
  where type = '${makerSerialType}'`

/** The scope of the makers' numbers of one item; the marks stand for the scope and the item. */
export const scopeNumbersOfMaker = (scope: string, item: string): string =>
  `update identifiers set scope = ${scope}
   where type = '${makerSerialType}' and unit in (select id from units where item = ${item})`
