import { sql } from 'kysely'
import type { z } from 'zod'
import type { showLease } from '../../contract/pools.ts'
import { failWith } from '../../contract/problem.ts'
import { foldIdentifier, serialType } from '../../domain/identifier.ts'
import { leasedNumbers, type LeasedNumber, type LeaseState } from '../../domain/leases.ts'
import { serialRuleOf } from '../../domain/serial-rule.ts'
import type { Subject } from '../../domain/subject.ts'
import { subjectOf } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'
import { readSerialKey } from '../../store/views/serial-key.ts'
import type { Context } from '../context.ts'

type Lease = Subject<'lease'>
type ShownLease = z.input<typeof showLease.output>

const leases = ({ read }: Store) =>
  read.selectFrom('subjects').selectAll().where('kind', '=', 'lease')

/** A lease by its code. */
export async function findLease(store: Store, code: string): Promise<Lease> {
  const row = await leases(store).where('key', '=', code.toUpperCase()).executeTakeFirst()
  return row
    ? (subjectOf(row) as Lease)
    : failWith('not_found.subject', { kind: 'lease', code }, 'lease')
}

/** A lease that is there. */
export async function leaseById(store: Store, id: number): Promise<Lease> {
  return subjectOf(await leases(store).where('id', '=', id).executeTakeFirstOrThrow()) as Lease
}

/** A page of leases, newest first. */
export async function leasesPage(
  store: Store,
  { words, limit, before }: { words: string | undefined; limit: number; before: number },
): Promise<Lease[]> {
  let query = leases(store).where('id', '<', before).orderBy('id', 'desc').limit(limit)
  for (const word of words?.trim().split(/\s+/) ?? []) {
    const pattern = `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(({ or }) =>
      or([
        sql<boolean>`lower(code) like ${pattern} escape '\\'`,
        sql<boolean>`lower(data) like ${`%"holder":"%${pattern}`} escape '\\'`,
      ]),
    )
  }
  return (await query.execute()).map((row) => subjectOf(row) as Lease)
}

/** Spells leases out, with what became of each of their serials. */
export async function viewLeases(
  { store, now }: Context,
  found: readonly Lease[],
): Promise<ShownLease[]> {
  const key = await readSerialKey(store)
  const items = await itemsOf(store, found)
  const { epoch } = await store.read.selectFrom('company').select('epoch').executeTakeFirstOrThrow()
  const shown: ShownLease[] = []
  for (const lease of found) {
    const item = items.get(lease.data.item)!
    const numbers = leasedNumbers(lease.data, key)
    const used = await usedOf(store, item, numbers)
    shown.push(view(lease, item, { numbers, used, now: now(), epoch }))
  }
  return shown
}

function view(
  { code, data }: Lease,
  item: Subject<'item'>,
  known: {
    numbers: readonly LeasedNumber[]
    used: ReadonlySet<string>
    now: number
    epoch: number
  },
): ShownLease {
  const { numbers, used, now, epoch } = known
  const serials = numbers.map(({ serial, reported }) => {
    const state: LeaseState = used.has(serial) ? 'commissioned' : (reported ?? 'allocated')
    return { serial, state }
  })
  const account = { allocated: 0, encoded: 0, commissioned: 0, scrapped: 0, returned: 0 }
  for (const { state } of serials) account[state] += 1
  const isOpen = account.allocated + account.encoded > 0
  return {
    lease: {
      code,
      item: { id: item.id, code: item.code, name: item.data.name ?? null },
      holder: data.holder,
      pattern: data.pattern,
      count: numbers.length,
      account,
      until: data.until === undefined ? null : new Date(data.until).toISOString(),
      isOverdue: isOpen && data.until !== undefined && data.until < now,
      isBeforeRestore: data.epoch < epoch,
    },
    serials,
    contradictions: numbers.flatMap(({ serial, reported }) =>
      used.has(serial) && reported !== null && reported !== 'encoded' ? [{ serial, reported }] : [],
    ),
  }
}

async function itemsOf(
  store: Store,
  found: readonly Lease[],
): Promise<ReadonlyMap<number, Subject<'item'>>> {
  const ids = [...new Set(found.map(({ data }) => data.item))]
  if (ids.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('subjects')
    .selectAll()
    .where('kind', '=', 'item')
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, subjectOf(row) as Subject<'item'>]))
}

/** Serials that are looked up with one query. */
const serialsPerQuery = 1000

/** The serials that units have. */
async function usedOf(
  store: Store,
  item: Subject<'item'>,
  numbers: readonly LeasedNumber[],
): Promise<Set<string>> {
  const { scope, folding } = serialRuleOf(item)
  const serials = new Map(
    numbers.map(({ serial }) => [foldIdentifier(serial, folding), serial] as const),
  )
  const values = [...serials.keys()]
  const used = new Set<string>()
  for (let at = 0; at < values.length; at += serialsPerQuery) {
    const rows = await store.read
      .selectFrom('identifiers')
      .select('value')
      .where('value', 'in', values.slice(at, at + serialsPerQuery))
      .where('type', '=', serialType)
      .where('scope', '=', scope)
      .where('active', '=', 1)
      .execute()
    for (const { value } of rows) used.add(serials.get(value)!)
  }
  return used
}
