import { findSubject, type Draft } from './draft.ts'
import type { SerialScope } from './identifier.ts'
import type { Subject } from './subject.ts'

/** Among which units a serial of the item must be unique. */
export function serialScopeOf(draft: Draft, item: Subject<'item'>): SerialScope {
  const { serialScope = 'item', maker } = item.data
  if (serialScope === 'everywhere') return 0
  if (serialScope === 'maker' && maker) return -findSubject(draft, 'party', maker).id
  return item.id
}
