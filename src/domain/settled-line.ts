import type { Link } from './timeline.ts'
import type { KnownUnit } from './working-set.ts'

/** One unit's part in an event: the line of its history, and what the unit is with it. */
export interface SettledLine {
  readonly link: Link
  readonly known: KnownUnit
  /** The event was read into the middle of the history, or taken out of it. */
  readonly historical: boolean
  /** The first later event that cannot have been, if this one was. */
  readonly impossible: Link | null
}
