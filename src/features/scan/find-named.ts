import type { Clause } from '../../i18n/clause.ts'
import { say } from '../../domain/scan/say.ts'
import { formsOf } from '../../domain/identifier.ts'
import type { KnownUnit } from '../../domain/working-set.ts'
import type { Store } from '../../store/store.ts'
import type { StatedUnit } from '../../store/stated-unit.ts'
import { subjectByCode } from '../../store/views/subject-by-code.ts'

/** A unit that a text names in words of our own, and how. */
export interface NamedUnit {
  readonly unit: StatedUnit | KnownUnit
  readonly why: Clause
}

/** Reads `#17` as the id of a unit and `ITEM/SERIAL` as a serial of an item. */
export async function findNamed(store: Store, text: string): Promise<NamedUnit[]> {
  const id = /^#(\d{1,15})$/.exec(text)?.[1]
  if (id !== undefined) {
    const units = await store.units([Number(id)])
    return units.map((unit) => ({ unit, why: say('why.id') }))
  }
  const [, code, serial] = /^([^/\p{Cc}]{1,100})\/(?!\/)([^\p{Cc}\p{Cs}]{1,200})$/u.exec(text) ?? []
  if (code === undefined || serial === undefined) return []
  const item = await subjectByCode(store, 'item', code)
  if (!item) return []
  const found = await store.resolve(...formsOf(serial))
  const units = found.units.filter(({ state }) => state.item === item.id)
  return units.slice(0, 1).map((unit) => ({ unit, why: say('why.itemSerial') }))
}
