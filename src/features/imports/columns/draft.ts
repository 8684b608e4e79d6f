import { readExactNumber, readNumber } from './numbers.ts'
import { readDate } from './dates.ts'
import { readGln, readGtin, readPacks } from './gtins.ts'
import { isPlaceholderSerial } from './placeholder.ts'
import { fault, valueProblem } from './value-problem.ts'
import { hasValue, readBoolean, readIdentifier, readText } from './values.ts'
import { readLocationKind, readPartyRole, readStatus } from './words.ts'
import type { Problem } from '../../../files/read/problem.ts'
import type { FieldName, TraitType } from './field.ts'
import type {
  MappedItem,
  MappedLocation,
  MappedParty,
  MappedUnit,
  TraitValue,
} from './mapped-row.ts'
import type { MappingColumn } from './mapping.ts'
import type { Fault, Reading } from './value-problem.ts'

/** A row while its columns are read. */
export interface Draft {
  readonly line: number
  readonly item: Partial<MappedItem>
  readonly unit: MappedUnit
  readonly location: Partial<MappedLocation>
  readonly party: Partial<MappedParty>
  readonly traits: Record<string, TraitValue>
  supplier?: string
  /** What stands in the serial's cell, be it usable or not. */
  serialCell?: { readonly text: string; readonly header: string }
  tracksSerial?: boolean
  tracksLot?: boolean
  readonly problems: Problem[]
  readonly warnings: Problem[]
}

export type FieldReader = (draft: Draft, text: string, column: MappingColumn) => void

// Longest texts, as the domain accepts them.
const codeLengthMax = 100
const nameLengthMax = 300
const noteLengthMax = 2000
const traitLengthMax = 1000
const categoryLengthMax = 200
const measureLengthMax = 20

function refuse(draft: Draft, found: Fault, column: MappingColumn): void {
  draft.problems.push(valueProblem(found, draft.line, column.header))
}

function warn(draft: Draft, found: Fault, column: MappingColumn): void {
  draft.warnings.push(valueProblem(found, draft.line, column.header))
}

/**
 * A reader of cells of one field: how its text is read, and where the value goes. Cells of a column
 * often say what the one above said: that is not read again.
 */
function reader<T>(
  read: (text: string, column: MappingColumn) => Reading<T>,
  put: (draft: Draft, value: T, column: MappingColumn) => void,
): FieldReader {
  let above: { text: string; column: MappingColumn; reading: Reading<T> } | undefined
  return (draft, text, column) => {
    if (above?.text !== text || above.column !== column) {
      above = { text, column, reading: read(text, column) }
    }
    const { reading } = above
    if (reading.fault !== undefined) return refuse(draft, reading.fault, column)
    if (reading.warning !== undefined) warn(draft, reading.warning, column)
    put(draft, reading.value, column)
  }
}

const line = (most: number, put: (draft: Draft, value: string) => void): FieldReader =>
  reader((text) => readText(text, most), put)

const moment = (put: (unit: MappedUnit, ms: number) => void): FieldReader =>
  reader(
    (text, { dateOrder }) => readDate(text, dateOrder),
    (draft, { ms }) => put(draft.unit, ms),
  )

const readQuantity = (text: string, { decimalMark }: MappingColumn): Reading<string> => {
  const reading = readNumber(text, decimalMark)
  if (reading.fault !== undefined) return reading
  const isNegative = reading.value.startsWith('-')
  return isNegative ? { fault: fault('quantity_not_positive', { value: text }) } : reading
}

const readSerial: FieldReader = (draft, text, column) => {
  if (text.trim() === '') return
  draft.serialCell = { text, header: column.header }
  if (!isPlaceholderSerial(text)) readSerialNumber(draft, text, column)
}
const readSerialNumber = reader(readIdentifier, (draft, value) => {
  draft.unit.serial = value
})

const readPackNumbers: FieldReader = (draft, text, column) => {
  const { packs, faults } = readPacks(text)
  if (packs.length > 0) draft.item.packs = packs
  for (const found of faults) warn(draft, found, column)
}

/** What a cell of each field does to the row. A field whose cell says that it has no value is skipped. */
export const fieldReaders: Readonly<Record<FieldName, FieldReader>> = {
  sku: line(codeLengthMax, (draft, value) => (draft.item.sku = value)),
  name: line(nameLengthMax, (draft, value) => (draft.item.name = value)),
  gtin: reader(readGtin, (draft, value) => (draft.item.gtin = value)),
  description: line(noteLengthMax, (draft, value) => (draft.item.description = value)),
  category: line(categoryLengthMax, (draft, value) => (draft.item.category = value)),
  supplier: line(codeLengthMax, (draft, value) => (draft.supplier = value)),
  maker: line(codeLengthMax, (draft, value) => (draft.item.maker = value)),
  measure: line(measureLengthMax, (draft, value) => (draft.item.measure = value)),
  tracks_serial: reader(readBoolean, (draft, value) => (draft.tracksSerial = value)),
  tracks_lot: reader(readBoolean, (draft, value) => (draft.tracksLot = value)),
  packs: readPackNumbers,
  serial: readSerial,
  lot: reader(readIdentifier, (draft, value) => (draft.unit.lot = value)),
  expiry: moment((unit, ms) => (unit.expiry = ms)),
  made: moment((unit, ms) => (unit.made = ms)),
  location: line(codeLengthMax, (draft, value) => (draft.location.code = value)),
  status: reader(readStatus, ({ unit }, { status, hold }) => {
    unit.status = status
    if (hold !== undefined) unit.hold = hold
  }),
  quantity: reader(readQuantity, (draft, value) => (draft.unit.quantity = value)),
  received: moment((unit, ms) => (unit.received = ms)),
  last_seen: moment((unit, ms) => (unit.lastSeen = ms)),
  failed: moment((unit, ms) => (unit.failed = ms)),
  order: line(codeLengthMax, (draft, value) => (draft.unit.order = value)),
  note: line(noteLengthMax, (draft, value) => (draft.unit.note = value)),
  location_name: line(nameLengthMax, (draft, value) => (draft.location.name = value)),
  location_parent: line(codeLengthMax, (draft, value) => (draft.location.parent = value)),
  location_kind: reader(readLocationKind, (draft, value) => (draft.location.kind = value)),
  gln: reader(readGln, (draft, value) => (draft.location.gln = value)),
  party_code: line(codeLengthMax, (draft, value) => (draft.party.code = value)),
  party_name: line(nameLengthMax, (draft, value) => (draft.party.name = value)),
  party_role: reader(readPartyRole, (draft, value) => (draft.party.role = value)),
  ignore() {},
}

const traitReaders: Readonly<
  Record<TraitType, (text: string, column: MappingColumn) => Reading<TraitValue>>
> = {
  text: (text) => readText(text, traitLengthMax),
  number: (text, { decimalMark }) => readExactNumber(text, decimalMark),
  boolean: readBoolean,
  date(text, { dateOrder }) {
    const reading = readDate(text, dateOrder)
    return reading.fault === undefined ? { ...reading, value: reading.value.iso } : reading
  },
}

/** Reads a trait of the given name. */
export const traitReader = (name: string): FieldReader =>
  reader(
    (text, column) => traitReaders[column.type ?? 'text'](text, column),
    (draft, value) => (draft.traits[name] = value),
  )

/** Reads a further number of a unit, such as its IMEI. */
export function identifierReader(type: string): FieldReader {
  const readNumberOfType = reader(readIdentifier, (draft, value) => {
    draft.unit.identifiers[type] = value
  })
  return (draft, text, column) => {
    if (!isPlaceholderSerial(text)) return readNumberOfType(draft, text, column)
    if (hasValue(text)) warn(draft, fault('identifier_placeholder', { value: text }), column)
  }
}
