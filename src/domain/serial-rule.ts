import type { SerialFolding, SerialScope } from './identifier.ts'
import type { Subject } from './subject.ts'

/** When two serials of an item are one. */
export interface SerialRule {
  readonly scope: SerialScope
  readonly folding: SerialFolding
}

/** The rule of an item: among which units its serials are unique, and what tells two apart. */
export function serialRuleOf({ id, data }: Subject<'item'>): SerialRule {
  const { serialScope = 'item', serialFolding: folding = 'case' } = data
  if (serialScope === 'everywhere') return { scope: 0, folding }
  return { scope: serialScope === 'maker' ? makerScopeOf({ id, data }) : id, folding }
}

/** The scope of a maker's numbers: the maker's, or the item's where its maker is not known. */
const makerScopeOf = ({ id, data }: Pick<Subject<'item'>, 'id' | 'data'>): SerialScope =>
  typeof data.maker === 'number' ? -data.maker : id

/** The type of the number that the maker of a thing gave it; another maker may give the same. */
export const makerSerialType = 'maker_serial'

/** Among which units an identifier of a type is unique. */
export const identifierScopeOf = (type: string, item: () => Subject<'item'>): SerialScope =>
  type === makerSerialType ? makerScopeOf(item()) : 0
