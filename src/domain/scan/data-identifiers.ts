import type { EnvelopeField } from '../../gs1/index.ts'
import type { Clause, Said } from '../../i18n/clause.ts'
import { fact } from '../fact.ts'
import { meaning, type Meaning } from './meaning.ts'
import { say, type FactName } from './say.ts'

/** Data identifiers of ANSI MH10.8.2 and text element identifiers that parts of suppliers bear. */
const titles: Readonly<Record<string, FactName>> = {
  '1P': 'supplierPart',
  P: 'customerPart',
  '30P': 'part',
  S: 'serial',
  '25S': 'unique',
  '18S': 'unique',
  '1T': 'lot',
  T: 'lot',
  Q: 'quantity',
  '7Q': 'quantityMeasured',
  K: 'purchaseOrder',
  '1K': 'supplierOrder',
  '4L': 'origin',
  '9D': 'dateCode',
  '10D': 'dateCode',
  '14D': 'expiry',
  '16D': 'madeOn',
  V: 'supplier',
  '1V': 'maker',
  '17V': 'cage',
  '1J': 'licencePlate',
  J: 'licencePlate',
  '5J': 'licencePlate',
  '6J': 'licencePlate',
  '2L': 'location',
  MFR: 'cage',
  SER: 'serial',
  SEQ: 'serial',
  PNO: 'part',
  PNR: 'part',
  UID: 'unique',
  CAG: 'cage',
}

const namingUnits = ['S', '25S', '18S', 'SER', 'SEQ', 'UID', '1J', 'J', '5J', '6J']

const nameOf = (identifier: string): Said => {
  const name = titles[identifier]
  return name === undefined ? identifier : say(`fact.${name}`)
}

function supplierTitle(part: string | undefined, serial: string | undefined): Clause {
  if (part !== undefined && serial !== undefined) return say('title.partSerial', { part, serial })
  if (part !== undefined) return say('title.part', { part })
  return serial === undefined ? say('title.supplier') : say('title.supplierSerial', { serial })
}

/** What the fields of an ISO/IEC 15434 message say: a part with its serial. */
export function envelopeMeaning(fields: readonly EnvelopeField[]): Meaning {
  const facts = fields.map(({ identifier, value }) => fact(nameOf(identifier), value))
  const units = fields.filter(({ identifier }) => namingUnits.includes(identifier))
  const [unit] = units
  const valueOf = (...names: readonly FactName[]) =>
    fields.find(({ identifier }) => names.includes(titles[identifier]!))?.value
  const part = valueOf('part', 'supplierPart', 'customerPart')
  const serial = valueOf('serial')
  return meaning({
    kind: 'identifier',
    type: unit === undefined ? null : serial !== undefined ? 'maker_serial' : 'iuid',
    title: supplierTitle(part, serial),
    why: say('why.envelope'),
    confidence: 0.9,
    facts,
    numbers: [...new Set(units.map(({ value }) => value))],
  })
}

/** A single field, as a linear symbol on a supplier’s label holds it: `S4711`, `1P29-0815`. */
export function fieldMeaning(text: string): Meaning | null {
  const [, identifier, value] =
    /^(1P|30P|1T|4L|9D|1J|5J|6J|25S|[SPQKTV])([0-9A-Z][0-9A-Z/.-]+)$/.exec(text) ?? []
  if (identifier === undefined || value === undefined || !/\d/.test(value)) return null
  if (identifier === 'Q' && !/^\d+$/.test(value)) return null
  const name = nameOf(identifier)
  return meaning({
    kind: 'identifier',
    type: identifier === 'S' ? 'maker_serial' : null,
    title: say('title.field', { name, value }),
    why: say('why.field', { identifier, name }),
    confidence: 0.25,
    facts: [fact(name, value)],
    numbers: namingUnits.includes(identifier) ? [value] : [],
  })
}
