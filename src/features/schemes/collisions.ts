import type { z } from 'zod'
import type { previewScheme } from '../../contract/schemes.ts'
import { foldIdentifier, serialType } from '../../domain/identifier.ts'
import { readSerial } from '../../domain/schemes/read-serial.ts'
import { renderSerials } from '../../domain/schemes/render-serial.ts'
import type { Scheme, SerialParts } from '../../domain/schemes/scheme.ts'
import { serialRuleOf } from '../../domain/serial-rule.ts'
import type { Subject } from '../../domain/subject.ts'
import type { Store } from '../../store/store.ts'

/** The serials that are asked about. */
export interface Asked {
  readonly scheme: Scheme
  readonly parts: SerialParts
  readonly key: Uint8Array
  /** How many numbers the counter gave so far. */
  readonly given: number
  readonly item: Subject<'item'> | null
  readonly serialScope: 'item' | 'maker' | 'everywhere' | undefined
  /** The text that all serials of the counter begin with. */
  readonly before: string
}

type Collisions = z.input<typeof previewScheme.output>['collisions']

export const noCollisions: Collisions = {
  lookedUp: 0,
  taken: 0,
  alike: 0,
  isMore: false,
  examples: [],
  items: [],
}

/** Numbers that are looked up one by one, by key. */
const lookedUpMax = 2000
/**
 * Numbers that begin alike and are read at most. Each is read back by the scheme to tell whether it
 * is of its form, at every stroke of the pattern; whoever sees a thousand knows all that a larger
 * count would say, and the answer says that there are more.
 */
const alikeReadMax = 1000
const examplesMax = 5

/**
 * What a scheme would run into: serials that units have already. Two questions that the index of
 * numbers answers however many there are: which of the next are taken, and what begins alike.
 */
export async function findCollisions(store: Store, asked: Asked): Promise<Collisions> {
  const { scheme, item } = asked
  const items = await itemsWith(store, scheme.pattern, item?.id ?? 0)
  const next = nextSerials(asked)
  const taken = await takenOf(store, asked, next)
  const { rows, isMore } = await alikeTo(store, asked)
  const alike = rows.filter((written) => readSerial(scheme, written).ok)
  return {
    lookedUp: next.length,
    taken: taken.length,
    alike: alike.length,
    isMore,
    examples: [...new Set([...taken, ...alike])].slice(0, examplesMax),
    items,
  }
}

function nextSerials({ scheme, parts, given, key }: Asked): string[] {
  const made = renderSerials(scheme, parts, { from: given + 1, count: lookedUpMax, key })
  return made.ok ? made.value.serials.map(({ serial }) => serial) : []
}

/** Scope of the serials; `null` for an item that is not there yet, with which none can collide. */
function scopeOf({ item, serialScope }: Asked): number | null {
  if (!item) return serialScope === 'everywhere' ? 0 : null
  return serialRuleOf({ ...item, data: { ...item.data, ...(serialScope && { serialScope }) } })
    .scope
}

async function takenOf(store: Store, asked: Asked, serials: readonly string[]): Promise<string[]> {
  const scope = scopeOf(asked)
  if (scope === null || serials.length === 0) return []
  const folding = asked.item?.data.serialFolding
  const rows = await store.read
    .selectFrom('identifiers')
    .select('written')
    .where(
      'value',
      'in',
      serials.map((serial) => foldIdentifier(serial, folding)),
    )
    .where('type', '=', serialType)
    .where('scope', '=', scope)
    .execute()
  return rows.map(({ written }) => written)
}

async function alikeTo(store: Store, asked: Asked): Promise<{ rows: string[]; isMore: boolean }> {
  const scope = scopeOf(asked)
  const from = foldIdentifier(asked.before, asked.item?.data.serialFolding)
  if (scope === null || from === '') return { rows: [], isMore: false }
  const last = from.charCodeAt(from.length - 1)
  const until = from.slice(0, -1) + String.fromCharCode(last + 1)
  const rows = await store.read
    .selectFrom('identifiers')
    .select(['written', 'type', 'scope'])
    .where('value', '>=', from)
    .where('value', '<', until)
    .orderBy('value')
    .limit(alikeReadMax)
    .execute()
  const own = rows.filter((row) => row.type === serialType && row.scope === scope)
  return { rows: own.map(({ written }) => written), isMore: rows.length === alikeReadMax }
}

async function itemsWith(store: Store, pattern: string, but: number): Promise<string[]> {
  const rows = await store.read
    .selectFrom('schemes')
    .innerJoin('live_subjects as used', (join) =>
      join.onRef('used.id', '=', 'schemes.item').on('used.kind', '=', 'item'),
    )
    .select('used.code')
    .where('schemes.pattern', '=', pattern)
    .where('schemes.item', '!=', but)
    .limit(examplesMax)
    .execute()
  return rows.map(({ code }) => code)
}
