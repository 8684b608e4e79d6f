import type { EnvelopeField } from '../../gs1/index.ts'
import { meaning, type Fact, type Meaning } from './meaning.ts'

/** Data identifiers of ANSI MH10.8.2 and text element identifiers that parts of suppliers bear. */
const titles: Readonly<Record<string, string>> = {
  '1P': 'supplier’s part number',
  P: 'customer’s part number',
  '30P': 'part number',
  S: 'serial',
  '25S': 'unique identifier',
  '18S': 'unique identifier',
  '1T': 'lot',
  T: 'lot',
  Q: 'quantity',
  '7Q': 'quantity with unit of measure',
  K: 'purchase order',
  '1K': 'supplier’s order',
  '4L': 'country of origin',
  '9D': 'date code',
  '10D': 'date code',
  '14D': 'expiry',
  '16D': 'made on',
  V: 'supplier',
  '1V': 'maker',
  '17V': 'maker (CAGE)',
  '1J': 'licence plate',
  J: 'licence plate',
  '5J': 'licence plate',
  '6J': 'licence plate',
  '2L': 'location',
  MFR: 'maker (CAGE)',
  SER: 'serial',
  SEQ: 'serial',
  PNO: 'part number',
  PNR: 'part number',
  UID: 'unique identifier',
  CAG: 'maker (CAGE)',
}

const namingUnits = ['S', '25S', '18S', 'SER', 'SEQ', 'UID', '1J', 'J', '5J', '6J']

/** What the fields of an ISO/IEC 15434 message say: a part with its serial. */
export function envelopeMeaning(fields: readonly EnvelopeField[]): Meaning {
  const facts: Fact[] = fields.map(({ identifier, value }) => ({
    name: titles[identifier] ?? identifier,
    value,
  }))
  const units = fields.filter(({ identifier }) => namingUnits.includes(identifier))
  const [unit] = units
  const part = facts.find(({ name }) => name.endsWith('part number'))
  const serial = facts.find(({ name }) => name === 'serial')
  const what = [part && `part ${part.value}`, serial && `serial ${serial.value}`].filter(Boolean)
  return meaning({
    kind: 'identifier',
    type: unit === undefined ? null : serial ? 'maker_serial' : 'iuid',
    title: what.length > 0 ? `A supplier’s ${what.join(', ')}` : 'A supplier’s label',
    why: 'It is a message of ISO/IEC 15434, as suppliers put on parts.',
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
  const name = titles[identifier]!
  return meaning({
    kind: 'identifier',
    type: identifier === 'S' ? 'maker_serial' : null,
    title: `A supplier’s field: ${name} ${value}`,
    why: `It begins with ${identifier}, which stands for ${name} on suppliers’ labels.`,
    confidence: 0.25,
    facts: [{ name, value }],
    numbers: namingUnits.includes(identifier) ? [value] : [],
  })
}
