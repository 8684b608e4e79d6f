import {
  beginning,
  effectiveLinks,
  foldTimeline,
  type Link,
  type Reach,
} from '../domain/timeline.ts'
import type { UnitState } from '../domain/unit-state.ts'

/** A unit's state at some moment, to be shown. */
export interface StatedUnit {
  readonly id: number
  readonly state: UnitState
  readonly time: number
  readonly event: number
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
