import { fieldReaders, identifierReader, traitReader } from './draft.ts'
import { isMeasured } from './measures.ts'
import { isPlaceholderSerial } from './placeholder.ts'
import { fault, say, valueProblem } from './value-problem.ts'
import { hasValue, isFormulaError } from './values.ts'
import type { SourceRow } from '../../../files/read/table.ts'
import type { Draft, FieldReader } from './draft.ts'
import type { Field, FieldName, ImportKind } from './field.ts'
import type { MappedItem, MappedRow } from './mapped-row.ts'
import type { BoundMapping, Mapping, MappingColumn } from './mapping.ts'
import type { ValueProblemCode } from './value-problem.ts'

/**
 * Reads one row as its mapping has it. A value that cannot be used is a problem, and the row is
 * refused; nothing is guessed or swapped. The row is judged alone: what it has in common with
 * others is found by `createRowChecks`.
 */
export function applyMapping(bound: BoundMapping, row: SourceRow): MappedRow {
  const { line } = row
  if (row.problems !== undefined) return { line, problems: row.problems, warnings: [] }
  const draft: Draft = {
    line,
    item: {},
    unit: { identifiers: {}, traits: {} },
    location: {},
    party: {},
    traits: {},
    problems: [],
    warnings: [],
  }
  for (const column of bound.fixed) readCell(draft, column.value, column)
  for (const column of bound.columns) readCell(draft, row.values[column.index] ?? '', column)
  for (const name in row.extra) {
    draft.warnings.push(valueProblem(fault('field_left_out', { name }), line, null))
  }
  return finishers[bound.mapping.kind](draft, bound.mapping)
}

function readCell(draft: Draft, text: string, column: MappingColumn): void {
  if (isFormulaError(text)) {
    const found = fault('formula_error', { value: text })
    draft.problems.push(valueProblem(found, draft.line, column.header))
    return
  }
  if (column.field !== 'serial' && !hasValue(text)) return
  readerOf(column.field)(draft, text, column)
}

const namedReaders = new Map<Field, FieldReader>()

function readerOf(field: Field): FieldReader {
  const known = fieldReaders[field as FieldName] ?? namedReaders.get(field)
  if (known !== undefined) return known
  const name = field.slice(field.indexOf(':') + 1)
  const made = field.startsWith('trait:') ? traitReader(name) : identifierReader(name)
  namedReaders.set(field, made)
  return made
}

type Finisher = (draft: Draft, mapping: Mapping) => MappedRow

const finishers: Readonly<Record<ImportKind, Finisher>> = {
  units: finishUnit,
  items: finishItem,
  locations: finishLocation,
  parties: finishParty,
}

function refuseRow(draft: Draft, code: ValueProblemCode): void {
  draft.problems.push(valueProblem(fault(code), draft.line, null))
}

/** The item with its code: its own, or else its GTIN or its name. */
function itemOf(
  { item, line, problems, warnings }: Draft,
  { columns }: Mapping,
  traits: MappedItem['traits'],
): MappedItem | undefined {
  const sku = item.sku ?? item.gtin ?? item.name?.slice(0, 100)
  if (sku === undefined) return undefined
  if (item.sku === undefined && item.gtin === undefined && problems.length === 0) {
    const hasCodes = columns.some(({ field }) => field === 'sku' || field === 'gtin')
    if (hasCodes) warnings.push(valueProblem(fault('item_by_name', { name: sku }), line, null))
  }
  return { ...item, sku, name: item.name ?? sku, traits }
}

function finishUnit(draft: Draft, mapping: Mapping): MappedRow {
  const { line, unit, problems, warnings } = draft
  const item = itemOf(draft, mapping, {})
  if (item === undefined && problems.length === 0) refuseRow(draft, 'item_missing')
  const isNumbered = mapping.missingSerial === 'number'
  checkSerial(draft, isNumbered)
  checkQuantity(draft, isNumbered)
  checkStatus(draft)
  checkTimes(draft)
  // A list of stock names what there is none of too: an item, without units.
  if (unit.quantity === '0' && item !== undefined) return { line, item, problems, warnings }
  unit.traits = draft.traits
  if (draft.location.code !== undefined) unit.location = draft.location.code
  if (draft.supplier !== undefined) unit.supplier = draft.supplier
  return { line, ...(item && { item }), unit, problems, warnings }
}

const hasNumber = ({ unit: { serial, identifiers } }: Draft): boolean =>
  serial !== undefined || Object.keys(identifiers).length > 0

/** A unit needs a number: its serial, a further one, or one of ours where that is wanted. */
function checkSerial(draft: Draft, isNumbered: boolean): void {
  const { serialCell, line } = draft
  if (serialCell !== undefined && isPlaceholderSerial(serialCell.text)) {
    const found = fault('serial_placeholder', { value: serialCell.text })
    const list = isNumbered || hasNumber(draft) ? draft.warnings : draft.problems
    list.push(valueProblem(found, line, serialCell.header))
  } else if (serialCell === undefined && !isNumbered && !hasNumber(draft)) {
    refuseRow(draft, 'serial_missing')
  }
}

/** A serial names one thing; in lists of stock a number with a quantity names a lot. */
function checkQuantity({ unit, item, line, problems, warnings }: Draft, isNumbered: boolean): void {
  const { serial, quantity } = unit
  if (quantity === undefined || quantity === '1') return
  if (quantity === '0') {
    if (serial === undefined && isNumbered) return
    problems.push(valueProblem(fault('quantity_not_positive', { value: quantity }), line, null))
    return
  }
  if (serial === undefined || isMeasured(item.measure)) return
  if (!isNumbered) {
    const found = fault('quantity_of_serial', { serial, value: quantity })
    problems.push(valueProblem(found, line, null))
    return
  }
  unit.lot ??= serial
  delete unit.serial
  warnings.push(valueProblem(fault('serial_is_lot', { value: serial, quantity }), line, null))
}

/** What happens to a thing after its arrival can only be recorded where it has a number. */
function checkStatus(draft: Draft): void {
  const { status = 'in_stock', hold } = draft.unit
  if (hasNumber(draft) || status === 'expected') return
  if (status === 'in_stock' && hold === undefined) return
  const found = fault('status_unnumbered', { status: hold ?? say('standing.anywhere', { status }) })
  draft.problems.push(valueProblem(found, draft.line, null))
}

const orderOfTimes = [
  ['made', 'received'],
  ['received', 'lastSeen'],
  ['received', 'failed'],
  ['made', 'expiry'],
] as const
const fieldOfTime = {
  made: 'made',
  received: 'received',
  lastSeen: 'last_seen',
  failed: 'failed',
  expiry: 'expiry',
} as const

const timeName = (time: keyof typeof fieldOfTime) => say(`field.${fieldOfTime[time]}`)

function checkTimes({ unit, line, warnings }: Draft): void {
  for (const [first, second] of orderOfTimes) {
    if ((unit[first] ?? -Infinity) <= (unit[second] ?? Infinity)) continue
    const facts = { earlier: timeName(first), later: timeName(second) }
    warnings.push(valueProblem(fault('times_out_of_order', facts), line, null))
  }
}

function finishItem(draft: Draft, mapping: Mapping): MappedRow {
  const { line, supplier, tracksSerial, tracksLot, problems, warnings } = draft
  const item = itemOf(draft, mapping, draft.traits)
  if (item === undefined && problems.length === 0) refuseRow(draft, 'item_missing')
  if (item === undefined) return { line, problems, warnings }
  if (supplier !== undefined) item.supplier = supplier
  if (tracksSerial === true) item.tracking = 'unit'
  else if (tracksLot === true) item.tracking = 'lot'
  else if (tracksSerial === false || tracksLot === false) item.tracking = 'none'
  return { line, item, problems, warnings }
}

function finishLocation(draft: Draft): MappedRow {
  const { line, location, problems, warnings } = draft
  const code = location.code ?? location.name?.slice(0, 100)
  if (code === undefined && problems.length === 0) refuseRow(draft, 'location_missing')
  if (code === undefined) return { line, problems, warnings }
  return { line, location: { ...location, code }, problems, warnings }
}

function finishParty(draft: Draft): MappedRow {
  const { line, party, problems, warnings } = draft
  const code = party.code ?? party.name?.slice(0, 100)
  if (code === undefined && problems.length === 0) refuseRow(draft, 'party_missing')
  if (code === undefined) return { line, problems, warnings }
  return { line, party: { ...party, code }, problems, warnings }
}
