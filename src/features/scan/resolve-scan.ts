import type { ScanCandidate } from '../../contract/scan.ts'
import { ProblemError, problemOfType } from '../../contract/problem.ts'
import type { UnitView } from '../../contract/views.ts'
import { listOf, type Clause, type Said } from '../../i18n/clause.ts'
import type { Fact } from '../../domain/fact.ts'
import { worded, type Meaning, type ScanReading } from '../../domain/scan/meaning.ts'
import { say, typeName } from '../../domain/scan/say.ts'
import { readingSentence } from '../../domain/schemes/describe-reading.ts'
import { readScan } from '../../domain/scan/read-scan.ts'
import { visibleText } from '../../domain/scan/visible-text.ts'
import { viewUnits } from '../../store/views/unit-view.ts'
import type { Context } from '../context.ts'
import {
  findKnown,
  namesByCode,
  nothingKnown,
  type Known,
  type NumberHit,
  type SubjectHit,
} from './find-known.ts'
import {
  againOffer,
  linkOffer,
  newUnitOffers,
  operatorOffer,
  runOffer,
  showOffer,
  unitOffers,
  unknownItemOffers,
  unknownNumberOffers,
} from './offers.ts'
import { findNamed, type NamedUnit } from './find-named.ts'
import { readOwnSerials, serialFacts, type OwnSerial } from './own-serials.ts'

/** Most candidates of one scan, and most of them with all that is known of the unit. */
const candidatesMax = 10
const unitsMax = 5

/** The code as serials of the company's own, and the names of what they name. */
interface OwnReadings {
  readonly own: readonly OwnSerial[]
  readonly nameOf: (code: string) => string | undefined
}

type Scanned = Pick<Context, 'ledger' | 'now' | 'store'>

/** What is known of a candidate when it is made. */
type Told = Pick<ScanCandidate, 'confidence' | 'kind'> &
  Partial<ScanCandidate> & { readonly said: { readonly title: Said; readonly why: Said } }

const candidate = ({ said, ...told }: Told): ScanCandidate => ({
  known: false,
  ref: null,
  unit: null,
  facts: [],
  run: null,
  offers: [],
  ...told,
  ...worded(said.title, said.why),
})

/** Says what a scan can mean to this company, the likeliest first. */
export async function resolve({ store, ledger, now }: Scanned, given: string) {
  if (given.includes('\0')) {
    const position = given.indexOf('\0')
    throw new ProblemError({ ...problemOfType('input_invalid.scan'), field: 'code', position })
  }
  const reading = readScan(given)
  const { code, data, symbology, problem, meanings } = reading
  const isPlain = meanings.every(({ kind }) => kind !== 'command' && kind !== 'person')
  const own = isPlain ? await readOwnSerials(store, ledger, now(), data) : []
  const corrected = own.map((one) => one.reading.serial)
  const values = own.flatMap((one) => Object.values(one.reading.fields))
  const [known, names, named] = await Promise.all([
    isPlain ? findKnown(store, reading, corrected) : nothingKnown,
    namesByCode(store, [...new Set(values)]),
    findNamed(store, data),
  ])
  const nameOf = (name: string) => names.get(name.toUpperCase())
  const found = [
    ...(await namedCandidates(store, named)),
    ...(await unitCandidates(store, known, { own, nameOf }, data)),
    ...known.subjects
      .filter((hit) => isNamed(hit, reading, known))
      .map((hit) => subjectCandidate(hit, data)),
    ...ownCandidates({ own, nameOf }, known),
    ...meanings.flatMap((meaning) => meaningCandidates(meaning, known, data)),
  ]
  const ranked = found.toSorted((a, b) => b.confidence - a.confidence).slice(0, candidatesMax)
  if (problem !== null) ranked[0]!.offers.unshift(againOffer)
  return { code, symbology, problem, candidates: ranked }
}

async function namedCandidates(
  store: Scanned['store'],
  named: readonly NamedUnit[],
): Promise<ScanCandidate[]> {
  const views = await viewUnits(
    store,
    named.map(({ unit }) => unit),
  )
  return views.map((view, index) =>
    unitCandidate(view, { why: named[index]!.why, confidence: 0.97 }),
  )
}

/** Whether a unit fits what else the code says: a serial counts for the item with the GTIN. */
function fitsItem({ meaning, unit }: NumberHit, { gtins }: Known): boolean {
  const gtin = meaning?.gs1?.gtin
  const other = gtins.get(unit.state.item) ?? null
  return gtin === undefined || other === null || other === gtin
}

function hitConfidence(hit: NumberHit, count: number): number {
  const { row, meaning } = hit
  const byMeaning = meaning === null ? 0.96 : Math.min(0.99, 0.55 + meaning.confidence * 0.45)
  const standing = row.active ? byMeaning : byMeaning * 0.5
  return count > 1 ? standing * 0.95 : standing
}

function whyOf({ row }: NumberHit, data: string): Clause {
  const isAsScanned = row.written.toUpperCase() === data.toUpperCase()
  const named = { type: typeName(row.type), number: row.written }
  if (isAsScanned) return say(row.active ? 'why.hasNumber' : 'why.hadNumber', named)
  return say(row.active ? 'why.hasWritten' : 'why.hadWritten', named)
}

async function unitCandidates(
  store: Scanned['store'],
  known: Known,
  { own, nameOf }: OwnReadings,
  data: string,
): Promise<ScanCandidate[]> {
  const best = new Map<number, NumberHit>()
  const fitting = known.numbers.filter((hit) => fitsItem(hit, known))
  const ids = new Set(fitting.filter(({ row }) => row.active).map(({ unit }) => unit.id))
  const confidence = (hit: NumberHit) => hitConfidence(hit, ids.size)
  for (const hit of fitting) {
    const other = best.get(hit.unit.id)
    if (other === undefined || confidence(hit) > confidence(other)) best.set(hit.unit.id, hit)
  }
  const hits = [...best.values()]
    .toSorted((a, b) => confidence(b) - confidence(a))
    .slice(0, unitsMax)
  const views = await viewUnits(
    store,
    hits.map(({ unit }) => unit),
  )
  return hits.map((hit, index) => {
    const view = views[index]!
    const read = own.find(({ item }) => item !== null && item.id === view.item?.id)
    const facts = read ? serialFacts(read, nameOf) : [...(hit.meaning?.facts ?? [])]
    return unitCandidate(view, { why: whyOf(hit, data), confidence: confidence(hit), facts })
  })
}

function unitCandidate(
  view: UnitView,
  { why, ...told }: { why: Said; confidence: number; facts?: Fact[] },
): ScanCandidate {
  const name = [view.item?.name ?? view.item?.code, view.serial].filter(Boolean).join(' ')
  const title = name === '' ? say('unit', { id: view.id }) : name
  return candidate({
    kind: 'unit',
    said: { title, why },
    known: true,
    ref: { kind: 'unit', id: view.id, code: view.serial },
    unit: view,
    offers: unitOffers(view.id, view.status, title),
    ...told,
  })
}

/**
 * Whether the scan names an item, lot … itself: beside a serial the item only says whose serial it
 * is, and a lot counts within its item.
 */
function isNamed(
  { kind, code, number, item }: SubjectHit,
  { data, meanings }: ScanReading,
  { subjects }: Known,
): boolean {
  if (code.toUpperCase() === data.trim().toUpperCase()) return true
  const gs1 = meanings.flatMap((one) => one.gs1 ?? [])
  if (kind === 'item')
    return !gs1.some(({ gtin, serial }) => gtin === number && serial !== undefined)
  if (kind !== 'lot') return true
  const gtin = subjects.find((hit) => hit.kind === 'item' && hit.id === item)?.number
  return gs1.some((names) => names.gtin === gtin && names.serial === undefined)
}

function subjectCandidate(
  { kind, id, code, name, number }: SubjectHit,
  data: string,
): ScanCandidate {
  const isByCode = code.toUpperCase() === data.trim().toUpperCase()
  const by = isByCode ? 'byCode' : (number ?? code).length === 14 ? 'byGtin' : 'byNumber'
  return candidate({
    kind: kind === 'batch' || kind === 'lease' || kind === 'trait' ? 'text' : kind,
    said: { title: name ?? code, why: say(`why.${by}`, { kind }) },
    confidence: isByCode ? 0.94 : kind === 'item' ? 0.9 : kind === 'lot' ? 0.6 : 0.92,
    known: true,
    ref: { kind, id, code },
    offers: [showOffer(kind, code)],
  })
}

/** Serials by the company's schemes of which there is no unit (yet). */
function ownCandidates({ own, nameOf }: OwnReadings, { numbers }: Known): ScanCandidate[] {
  const open = own.filter(
    ({ item }) => !numbers.some(({ row, unit }) => row.active && unit.state.item === item?.id),
  )
  return open.map((one) => {
    const { reading, item } = one
    const facts = serialFacts(one, nameOf)
    const isWrong = reading.check === 'wrong'
    return candidate({
      kind: 'serial',
      said: {
        title: readingSentence(facts),
        why: say(isWrong ? 'why.serialWrong' : 'why.serialNew'),
      },
      confidence: isWrong ? 0.3 : reading.check === 'good' ? 0.85 : 0.6,
      facts,
      offers: isWrong || item === null ? [againOffer] : newUnitOffers(item, reading.serial),
    })
  })
}

function meaningCandidates(meaning: Meaning, known: Known, data: string): ScanCandidate[] {
  const { kind, said, confidence, facts, run, gs1 } = meaning
  const told = { said, confidence, facts: [...facts] }
  if (run !== undefined) return [candidate({ ...told, kind, run, offers: [runOffer(said.title)] })]
  if (kind === 'person') return [candidate({ ...told, kind, offers: [operatorOffer] })]
  if (kind === 'link') return [candidate({ ...told, kind, offers: [linkOffer] })]
  const isKnown = known.numbers.some(
    (hit) => hit.row.active && hit.meaning === meaning && fitsItem(hit, known),
  )
  if (gs1 !== undefined) {
    const item = known.subjects.find((hit) => hit.kind === 'item' && hit.number === gs1.gtin)
    const { gtin, serial } = gs1
    const place = known.subjects.find((hit) => gs1.gln !== undefined && hit.number === gs1.gln)
    if (isKnown || place !== undefined || (item !== undefined && serial === undefined)) return []
    if (item !== undefined && serial !== undefined) {
      return [
        candidate({
          ...told,
          kind: 'serial',
          said: {
            title: say('title.new', { item: item.name ?? item.code, serial }),
            why: listOf('sentence', [said.why, say('why.itemKnown')]),
          },
          offers: newUnitOffers(item, serial, gs1),
        }),
      ]
    }
    const offers =
      gtin === undefined
        ? unknownNumberOffers(gs1.sscc ?? gs1.asset ?? data, {
            ...meaning,
            kind: 'identifier',
            type: gs1.sscc === undefined ? 'asset_tag' : 'sscc',
            numbers: [gs1.sscc ?? gs1.asset ?? data],
          })
        : unknownItemOffers(gtin)
    return [candidate({ ...told, kind, offers })]
  }
  if (isKnown) return []
  const offers = unknownNumberOffers(visibleText(data), meaning)
  return [candidate({ ...told, kind: kind === 'identifier' ? kind : 'text', offers })]
}
