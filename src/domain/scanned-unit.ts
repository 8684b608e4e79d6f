import type { Clause } from '../i18n/clause.ts'
import { datesOf, quantityOf, readCode, type Gs1Element } from '../gs1/index.ts'
import type { Draft } from './draft.ts'
import type { NewUnit } from './new-unit.ts'
import { need } from './need.ts'
import { refuse } from './refusal.ts'
import { makerSerialType } from './serial-rule.ts'
import type { Subject } from './subject.ts'
import { refuseInput } from './issue.ts'
import { itemsOfGtin } from './working-set.ts'

/** What the maker's own code on a thing says of it. */
interface ScannedUnit {
  readonly gtin: string | undefined
  readonly serial: string | undefined
  readonly lot: string | undefined
  /** First moment of the day, in milliseconds UTC. */
  readonly expiry: number | undefined
  /** Net weight: AI 310n. */
  readonly weight: Gs1Element | undefined
  /** A code that is not GS1's: the maker's serial, bare. */
  readonly text: string | undefined
}

/** The elements of a GS1 code; a text where it is none; a sentence where it is a wrong one. */
type Read =
  | { readonly elements: readonly Gs1Element[] }
  | { readonly text: string }
  | { readonly problem: Clause }

function readElements(code: string): Read {
  const read = readCode(code)
  if (!read.ok) {
    // A kind of symbol that never holds GS1 data: behind its AIM identifier is the maker's text.
    return read.error.code === 'UNSUPPORTED_SYMBOLOGY_IDENTIFIER'
      ? { text: code.slice(3).trim() }
      : { problem: read.error.said }
  }
  const { elements, form } = read.value
  if (elements.length > 0) return { elements }
  return { text: (form === 'scan' ? read.value.scan.data : code).trim() }
}

/**
 * Reads the code on a thing: any GS1 code with a GTIN, or a bare serial of its maker.
 *
 * @param year the current year, to which two digits are read nearest
 */
function readUnitCode(code: string, year: number): ScannedUnit {
  const read = readElements(code)
  if ('problem' in read) return refuse('input_invalid', { field: 'scan', problem: read.problem })
  const elements = 'elements' in read ? read.elements : []
  const find = (...ais: readonly string[]) => elements.find(({ ai }) => ais.includes(ai))
  const due = find('17', '7003') ?? find('15')
  const [date] = due ? datesOf(due, year) : []
  const gtin = find('01')?.value
  const text = 'text' in read ? read.text : undefined
  if (text === undefined && gtin === undefined) {
    refuseInput('scan', 'codeWithoutItem')
  }
  return {
    gtin,
    serial: find('21')?.value,
    lot: find('10')?.value,
    expiry: date && Date.parse(`${date.date}T00:00Z`),
    weight: elements.find(({ ai }) => /^310\d$/.test(ai)),
    text,
  }
}

const yearOf = ({ time }: Draft): number => new Date(time).getUTCFullYear()

/** The numbers that the code on a thing gives to its unit; none where it cannot be read. */
export function numbersInCode(code: string): string[] {
  const read = readElements(code)
  if ('text' in read) return [read.text]
  if ('problem' in read) return []
  return read.elements.flatMap(({ ai, value }) => (ai === '21' ? [value] : []))
}

/** The item that the codes on things are of, by their GTIN. */
export function itemOfCode(draft: Draft, code: string): Subject<'item'> {
  const { gtin } = readUnitCode(code, yearOf(draft))
  if (gtin === undefined) {
    return refuseInput('item', 'itemCodeHasNone')
  }
  const [item, other] = itemsOfGtin(draft.set, gtin) ?? need({ gtins: [gtin] })
  if (item === undefined) return refuse('gtin_unknown', { gtin })
  if (other !== undefined) refuseInput('item', 'itemsOfGtin', { gtin })
  return item
}

/**
 * A new unit as its maker's code describes it; what was said besides the code holds. A bare serial
 * of the maker is the unit's own where the item has no scheme, else a further number of it.
 */
export function withCode(draft: Draft, item: Subject<'item'>, entry: NewUnit): NewUnit {
  const { scan, ...said } = entry
  if (scan === undefined) return entry
  const { gtin, serial, lot, expiry, weight, text } = readUnitCode(scan, yearOf(draft))
  const { gtin: own, scheme } = item.data
  if (gtin !== undefined && own !== undefined && gtin !== own) {
    refuse('gtin_differs', { gtin, item: item.code, own })
  }
  if (text !== undefined) {
    if (scheme === undefined || said.serial !== undefined) return { serial: text, ...said }
    const number = { type: makerSerialType, value: text }
    return { ...said, identifiers: [...(said.identifiers ?? []), number] }
  }
  const content = weight && contentOf(item, weight)
  return {
    ...(serial !== undefined && { serial }),
    ...(lot !== undefined && { lot }),
    ...(expiry !== undefined && { expiry }),
    ...(content !== undefined && { content }),
    ...said,
  }
}

/** A net weight in the smallest unit of the item, where it is measured in kilograms. */
function contentOf({ data }: Subject<'item'>, weight: Gs1Element): number | undefined {
  const found = quantityOf(weight)
  if (!found || data.measure !== 'kg') return undefined
  const { decimals = 0 } = data
  const content = found.amount * 10 ** (decimals - found.decimals)
  return Number.isSafeInteger(content) ? content : undefined
}
