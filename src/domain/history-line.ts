import type { SubjectKind } from './subject.ts'
import type { Link } from './timeline.ts'
import type { Scalar } from './unit-state.ts'

/** One line of a unit's history with its references spelt out. */
export interface HistoryLine {
  readonly changes: Link['changes']
  /** Code of the place where it happened; null where that is nowhere known. */
  readonly location: string | null
  readonly parent: string | null
  readonly actor: string
  /** Code of the subject with this id. */
  readonly name: (kind: SubjectKind, id: Scalar | undefined) => string
  /** A quantity of the unit in the measure of its item, such as `17.400 kg`. */
  readonly amount: (quantity: Scalar) => string
}
