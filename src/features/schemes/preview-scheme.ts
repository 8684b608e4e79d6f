import type { z } from 'zod'
import type { previewScheme } from '../../contract/schemes.ts'
import { failWith } from '../../contract/problem.ts'
import type { Subject } from '../../domain/subject.ts'
import { capacity, guessProbability, issuableBelow } from '../../domain/schemes/capacity.ts'
import { knownValues } from '../../domain/schemes/align-serial.ts'
import { parseScheme } from '../../domain/schemes/parse-scheme.ts'
import { readSerial } from '../../domain/schemes/read-serial.ts'
import { counterKey, renderSerials } from '../../domain/schemes/render-serial.ts'
import { schemeWarnings } from '../../domain/schemes/scheme-warnings.ts'
import { keyLength, widthOf } from '../../domain/schemes/scheme.ts'
import type { Part, Scheme, SerialParts } from '../../domain/schemes/scheme.ts'
import { symbolSizes } from '../../domain/schemes/symbol-size.ts'
import type { Store } from '../../store/store.ts'
import { readSerialKey } from '../../store/views/serial-key.ts'
import { spell } from '../../store/views/serial-meaning.ts'
import { subjectByCode } from '../../store/views/subject-by-code.ts'
import { findCollisions, noCollisions } from './collisions.ts'
import type { Clause } from '../../i18n/clause.ts'
import { inEnglish } from '../../i18n/english.ts'

export type PreviewInput = z.output<typeof previewScheme.input>
export type Preview = z.input<typeof previewScheme.output>

const examplesMax = 5

/** Shows what a scheme would make; a pattern that is wrong is part of the answer. */
export async function preview(store: Store, input: PreviewInput, now: number): Promise<Preview> {
  const item = input.item === undefined ? null : await findItem(store, input.item)
  const parsed = parseScheme(input.pattern)
  if (!parsed.ok) return { ...nothing, error: placed(parsed.error) }
  const scheme = parsed.value
  const sites = await siteCodes(store)
  // A site that there is, so that its counter and its serials show.
  const site = input.site ?? sites.find((code) => fitsSite(scheme, code))
  const parts = sampleParts(scheme, { ...input, site }, item, now)
  const room = capacity(scheme, parts)
  if (!room.ok) return { ...nothing, error: placed(room.error) }
  const warnings = schemeWarnings(scheme, parts)
  const given = await givenBy(store, scheme, parts)
  // Until there is a key, the examples of an unguessable scheme come from one of no meaning.
  const key = (await readSerialKey(store)) ?? new Uint8Array(keyLength)
  const next = renderSerials(scheme, parts, { from: given + 1, count: examplesMax, key })
  const examples = next.ok ? next.value.serials.map(({ serial }) => serial) : []
  return {
    error: next.ok ? null : placed(next.error),
    parts: scheme.parts.map((part) => spellPart(part, scheme, parts, examples[0])),
    examples,
    capacity: { ...room.value, given },
    guess: scheme.counter.unguessable
      ? { probability: guessProbability(scheme, given), issuableBelow: issuableBelow(scheme) }
      : null,
    warnings: warnings.ok
      ? warnings.value.map((warning) => ({ code: warning.code, ...placed(warning) }))
      : [],
    symbols: symbolSizes(room.value.last),
    collisions: await findCollisions(store, {
      scheme,
      parts,
      key,
      given,
      item,
      serialScope: input.serialScope,
      before: textBefore(scheme, examples[0] ?? room.value.first),
    }),
    reading: await read(store, scheme, input.serial, { item, sites }),
  }
}

const nothing: Preview = {
  error: null,
  parts: [],
  examples: [],
  capacity: null,
  guess: null,
  warnings: [],
  symbols: [],
  collisions: noCollisions,
  reading: null,
}

const placed = ({ position, said }: { position: number | null; said: Clause }) => ({
  position,
  message: inEnglish(said),
  said,
})

async function findItem(store: Store, code: string): Promise<Subject<'item'>> {
  const found = await subjectByCode(store, 'item', code)
  return found ?? failWith('not_found.subject', { kind: 'item', code }, 'item')
}

/** Values for the fields: what is given, the item's own, and examples of the right width. */
function sampleParts(
  { parts }: Scheme,
  input: PreviewInput,
  item: Subject<'item'> | null,
  now: number,
): SerialParts {
  const fields: Record<string, string> = {}
  const given: Readonly<Record<string, string | undefined>> = {
    'item.code': item?.code,
    site: input.site,
    order: input.order,
    lot: input.lot,
  }
  for (const part of parts) {
    if (part.kind !== 'field') continue
    const traits: Readonly<Record<string, unknown>> = item?.data.traits ?? {}
    const trait = traits[part.name.replace(/^trait\./, '')]
    const value = given[part.name] ?? (isText(trait) ? String(trait) : sample(part.name))
    const isExample = given[part.name] === undefined
    fields[part.name] =
      isExample && part.width !== null ? value.padEnd(part.width, 'X').slice(0, part.width) : value
  }
  for (const [name, value] of Object.entries(given)) if (value) fields[name] ??= value
  const date = new Date(now)
  return {
    fields: { 'item.code': 'ITEM', site: 'SITE', order: 'ORDER', lot: 'LOT', ...fields },
    date: {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    },
  }
}

const isText = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

const sample = (name: string): string =>
  name.replace(/^item\.code$|^trait\..*/, 'ITEM').toUpperCase()

async function givenBy(store: Store, scheme: Scheme, parts: SerialParts): Promise<number> {
  const name = counterKey(scheme, parts)
  if (!name.ok) return 0
  const row = await store.read
    .selectFrom('counters')
    .select('last')
    .where('key', '=', name.value)
    .executeTakeFirst()
  return row?.last ?? 0
}

const nameOf = (part: Part): string => {
  if (part.kind === 'check') return part.algorithm
  if (part.kind === 'counter') return part.unguessable ? 'random' : 'seq'
  return part.kind === 'literal' ? part.text : part.name
}

function spellPart(
  part: Part,
  scheme: Scheme,
  parts: SerialParts,
  example: string | undefined,
): Preview['parts'][number] {
  const pieces = example === undefined ? null : piecesOf(scheme, parts, example)
  const text = pieces?.[scheme.parts.indexOf(part)] ?? ''
  return { kind: part.kind, name: nameOf(part), text, position: part.at }
}

/** A serial cut into the texts of the parts of its scheme. */
function piecesOf({ parts }: Scheme, { fields }: SerialParts, serial: string): string[] {
  let at = 0
  return parts.map((part) => {
    const width = part.kind === 'field' ? fields[part.name]!.length : (widthOf(part) ?? 0)
    at += width
    return serial.slice(at - width, at)
  })
}

/** The text that all serials of the counter begin with. */
function textBefore({ parts, counter }: Scheme, serial: string): string {
  const after = parts.slice(parts.indexOf(counter))
  const width = after.reduce((sum, part) => sum + (widthOf(part) ?? 0), 0)
  return after.some((part) => part.kind === 'field' && part.width === null)
    ? ''
    : serial.slice(0, serial.length - width)
}

const fitsSite = ({ parts }: Scheme, code: string): boolean =>
  parts.every(
    (part) =>
      part.kind !== 'field' ||
      part.name !== 'site' ||
      part.width === null ||
      part.width === code.length,
  )

/** Most sites that a typed serial is compared with. */
const sitesMax = 500

async function siteCodes(store: Store): Promise<string[]> {
  const rows = await store.read
    .selectFrom('live_subjects')
    .select('code')
    .where('kind', '=', 'location')
    .where('data', 'like', '%"kind":"site"%')
    .orderBy('id')
    .limit(sitesMax)
    .execute()
  return rows.map(({ code }) => code)
}

async function read(
  store: Store,
  scheme: Scheme,
  serial: string | undefined,
  { item, sites }: { item: Subject<'item'> | null; sites: readonly string[] },
): Promise<Preview['reading']> {
  if (serial === undefined) return null
  const known = knownValues({ ...(item && { 'item.code': [item.code] }), site: sites })
  const close = readSerial(scheme, serial, { known })
  const reading = close.ok ? close : readSerial(scheme, serial)
  if (!reading.ok) return { meaning: null, error: placed(reading.error) }
  const named = item && { code: item.code, name: item.data.name ?? null }
  return { meaning: await spell(store, scheme, reading.value, named), error: null }
}
