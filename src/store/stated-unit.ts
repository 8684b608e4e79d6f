import {
  beginning,
  effectiveLinks,
  foldTimeline,
  type Link,
  type Reach,
} from '../domain/timeline.ts'
import type { UnitState } from '../domain/unit-state.ts'
import type { SubjectRows } from './subject-rows.ts'

/** A unit's state at some moment, to be shown. */
export interface StatedUnit {
  readonly id: number
  readonly state: UnitState
  readonly time: number
  readonly event: number
  /** What it refers to, where that was read with it. */
  readonly subjects?: SubjectRows
}

/** A unit as its history tells it, up to the reach. */
export function unitAsOf(id: number, links: readonly Link[], reach: Reach): StatedUnit {
  const last = effectiveLinks(links, reach).at(-1)
  return {
    id,
    state: foldTimeline(links, reach),
    time: last?.time ?? beginning,
    event: last?.event ?? 0,
  }
}
