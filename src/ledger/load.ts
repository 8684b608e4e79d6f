import { formsOf } from '../domain/identifier.ts'
import type { Need } from '../domain/need.ts'
import type { Names } from '../domain/names.ts'
import { serialsMeant } from '../domain/schemes/serials-meant.ts'
import {
  subjectKey,
  type Subject,
  type SubjectId,
  type SubjectKind,
  type SubjectName,
} from '../domain/subject.ts'
import { subjectRefersTo } from '../domain/subject-users.ts'
import {
  putIdentifier,
  putInside,
  putSubject,
  putUnit,
  type KnownUnit,
  type WorkingSet,
} from '../domain/working-set.ts'
import type { LedgerTransaction } from '../store/store.ts'

/** Loads what the commands of a batch name: one query a table. */
export async function loadNamed(
  transaction: LedgerTransaction,
  set: WorkingSet,
  names: Names,
): Promise<void> {
  await loadNumbers(transaction, set, [...names.numbers])
  await loadUnits(transaction, set, [...names.units])
  const codes: SubjectName[] = []
  for (const [kind, refs] of names.subjects) {
    const ids = [...refs].filter((ref) => typeof ref === 'number')
    await loadSubjects(transaction, set, kind, ids)
    for (const ref of refs) {
      if (typeof ref === 'string') codes.push({ kind, item: 0, code: ref })
    }
  }
  await loadCodes(transaction, set, codes)
  await loadEvents(transaction, set, [...names.events])
}

/** Loads what a decision found missing. */
export async function loadNeeded(
  transaction: LedgerTransaction,
  set: WorkingSet,
  need: Need,
): Promise<void> {
  await loadUnits(transaction, set, need.units ?? [])
  await loadTimelines(transaction, set, need.timelines ?? [])
  await loadContents(transaction, set, need.contents ?? [])
  await loadNumbers(transaction, set, need.numbers ?? [])
  await loadEvents(transaction, set, need.events ?? [])
  await loadCodes(transaction, set, need.codes ?? [])
  for (const { kind, id } of need.subjects ?? []) await loadSubjects(transaction, set, kind, [id])
  if (need.users) await loadUsers(transaction, set, need.users)
  if (need.gtins) await loadGtins(transaction, set, need.gtins)
  for (const name of need.secrets ?? []) set.secrets.set(name, await transaction.secret(name))
  if (need.meant) await loadMeant(transaction, set, need.meant)
  if (need.counters) {
    for (const [key, last] of await transaction.counters(need.counters)) set.counters.set(key, last)
  }
}

/**
 * Looks for what refers to subjects: one that is not in the set yet is put there as a witness.
 * Where there is none, none can come, for whatever the batch changes is in the set.
 */
async function loadUsers(
  transaction: LedgerTransaction,
  set: WorkingSet,
  subjects: readonly SubjectId[],
): Promise<void> {
  const [first, ...others] = subjects
  const saying = others.length === 0 ? String(first!.id) : ''
  const mentioning = (await transaction.subjectsMentioning(saying)).filter(
    ({ kind, id }) => !set.subjects.get(kind)?.has(id),
  )
  for (const subject of subjects) {
    const units = await transaction.unitsOf(subject, set.units.size + 1)
    const unit = units.find(({ id }) => !set.units.has(id))
    const user = mentioning.find((one) => subjectRefersTo(one, subject))
    if (unit) putUnit(set, unit)
    else if (user) putSubject(set, user)
    else set.usersKnown.add(subject.id)
  }
}

async function loadGtins(
  transaction: LedgerTransaction,
  set: WorkingSet,
  gtins: readonly string[],
): Promise<void> {
  // What the batch itself did to items is not in the tables yet.
  addSubjects(set, await transaction.subjectsByNumber('item', gtins))
  const items = [...(set.subjects.get('item')?.values() ?? [])] as Subject<'item'>[]
  for (const gtin of gtins) {
    const found = items.filter(({ data }) => data.gtin === gtin).map(({ id }) => id)
    set.itemsByGtin.set(gtin, found)
  }
}

/** Reads numbers that name nothing as serials of the schemes that there are, or once were. */
async function loadMeant(
  transaction: LedgerTransaction,
  set: WorkingSet,
  numbers: readonly string[],
): Promise<void> {
  const schemes = await transaction.schemes()
  const patterns = new Set(schemes.map(({ pattern }) => pattern))
  for (const number of numbers) set.meant.set(number, serialsMeant(patterns, number))
  await loadNumbers(
    transaction,
    set,
    numbers.flatMap((number) => set.meant.get(number)!.flatMap(formsOf)),
  )
}

async function loadNumbers(
  transaction: LedgerTransaction,
  set: WorkingSet,
  numbers: readonly string[],
): Promise<void> {
  const unknown = numbers.filter((number) => !set.identifiers.has(number))
  if (unknown.length === 0) return
  for (const number of unknown) set.identifiers.set(number, [])
  const { rows, units } = await transaction.identifiers(unknown)
  for (const row of rows) putIdentifier(set, row)
  addUnits(set, units)
}

async function loadUnits(
  transaction: LedgerTransaction,
  set: WorkingSet,
  ids: readonly number[],
): Promise<void> {
  const unknown = ids.filter((id) => !set.units.has(id))
  if (unknown.length > 0) addUnits(set, await transaction.units(unknown))
}

/** What a batch did to a unit already is newer than what the tables say. */
function addUnits(set: WorkingSet, units: readonly KnownUnit[]): void {
  for (const unit of units) if (!set.units.has(unit.id)) putUnit(set, unit)
}

async function loadTimelines(
  transaction: LedgerTransaction,
  set: WorkingSet,
  units: readonly number[],
): Promise<void> {
  const wanted = units.filter((id) => set.units.get(id)?.links === null)
  if (wanted.length === 0) return
  const written = new Map(wanted.map((id) => [id, [] as KnownUnit['links'] & object]))
  for (const link of await transaction.links(wanted)) {
    ;(written.get(link.unit) as (typeof link)[]).push(link)
  }
  for (const id of wanted) {
    const links = [...written.get(id)!, ...(set.pendingLinks.get(id) ?? [])]
    set.units.set(id, { ...set.units.get(id)!, links })
  }
}

async function loadContents(
  transaction: LedgerTransaction,
  set: WorkingSet,
  containers: readonly number[],
): Promise<void> {
  const unknown = containers.filter((id) => !set.contentsKnown.has(id))
  if (unknown.length === 0) return
  const inside = await transaction.everInside(unknown)
  await loadUnits(
    transaction,
    set,
    inside.map(({ unit }) => unit),
  )
  for (const { container, unit } of inside) putInside(set, container, unit)
  for (const id of unknown) set.contentsKnown.add(id)
}

async function loadSubjects(
  transaction: LedgerTransaction,
  set: WorkingSet,
  kind: SubjectKind,
  ids: readonly number[],
): Promise<void> {
  const unknown = ids.filter((id) => !set.subjects.get(kind)?.has(id))
  if (unknown.length > 0) addSubjects(set, await transaction.subjectsById(kind, unknown))
}

async function loadCodes(
  transaction: LedgerTransaction,
  set: WorkingSet,
  names: readonly SubjectName[],
): Promise<void> {
  const keyOf = ({ kind, item, code }: SubjectName) => subjectKey(kind, code, item)
  const unknown = names.filter((name) => set.subjectIds.get(keyOf(name)) === undefined)
  if (unknown.length === 0) return
  for (const name of unknown) set.subjectIds.set(keyOf(name), null)
  addSubjects(set, await transaction.subjectsByCode(unknown))
}

function addSubjects(set: WorkingSet, subjects: readonly Subject[]): void {
  for (const subject of subjects) {
    if (!set.subjects.get(subject.kind)?.has(subject.id)) putSubject(set, subject)
  }
}

async function loadEvents(
  transaction: LedgerTransaction,
  set: WorkingSet,
  ids: readonly number[],
): Promise<void> {
  const unknown = ids.filter((id) => !set.events.has(id))
  if (unknown.length === 0) return
  const events = await transaction.events(unknown)
  for (const event of events) set.events.set(event.id, event)
  await loadCorrections(transaction, set, unknown)
  // To take back a correction is to restore what it corrected.
  const corrected = events.flatMap(({ corrects }) => (corrects === null ? [] : [corrects]))
  if (corrected.length > 0) await loadEvents(transaction, set, corrected)
}

/** Finds which of the events stand corrected: by a correction that was not corrected itself. */
async function loadCorrections(
  transaction: LedgerTransaction,
  set: WorkingSet,
  events: readonly number[],
): Promise<void> {
  const corrections = await transaction.corrections(events)
  if (corrections.length === 0) return
  await loadCorrections(
    transaction,
    set,
    corrections.map(({ id }) => id),
  )
  for (const { id, corrects } of corrections) {
    if (!set.correctedBy.has(id)) set.correctedBy.set(corrects, id)
  }
}
