import type { FieldDefinition } from './field-definition.ts'

interface Row {
  readonly name: string
  readonly meaning: string
  readonly aliases: readonly string[]
  readonly examples: readonly string[]
}

/** The row of one type of identifier. */
export const identifierField = ({ name, meaning, aliases, examples }: Row) =>
  ({
    type: 'text',
    aliases,
    label: name,
    meaning,
    examples,
    phrase: `with ${name}`,
    some: `with ${name}`,
    none: `without ${name}`,
    identifier: true,
    groupable: false,
  }) as const satisfies FieldDefinition

/** Types of identifiers that every company knows; any other type is written `id.name`. */
export const identifierFields = {
  maker_serial: identifierField({
    name: "maker's serial",
    meaning: 'The serial that the maker gave the unit.',
    aliases: ['manufacturer_serial', 'oem_serial'],
    examples: ['maker_serial:WD-WCC4E1234567'],
  }),
  imei: identifierField({
    name: 'IMEI',
    meaning: 'The IMEI of a mobile device.',
    aliases: [],
    examples: ['imei:353918057689321'],
  }),
  mac: identifierField({
    name: 'MAC address',
    meaning: 'The MAC address of a network device.',
    aliases: ['mac_address'],
    examples: ['mac:00:1A:2B:3C:4D:5E', 'mac:00:1A:2B:*'],
  }),
  epc: identifierField({
    name: 'EPC',
    meaning: 'The Electronic Product Code, as a URI.',
    aliases: [],
    examples: ['epc:urn:epc:id:sgtin:0614141.812345.6789'],
  }),
  rfid: identifierField({
    name: 'RFID tag',
    meaning: 'The number of the RFID tag on the unit.',
    aliases: ['tid'],
    examples: ['rfid:E200341201201700003DA1F2'],
  }),
  sscc: identifierField({
    name: 'SSCC',
    meaning: 'The Serial Shipping Container Code of a pallet or case.',
    aliases: [],
    examples: ['sscc:106141412345678908'],
  }),
  asset_tag: identifierField({
    name: 'asset tag',
    meaning: 'The asset tag that the owner put on the unit.',
    aliases: ['asset'],
    examples: ['asset_tag:IT-0042', 'asset_tag:IT-*'],
  }),
  vin: identifierField({
    name: 'VIN',
    meaning: 'The Vehicle Identification Number.',
    aliases: [],
    examples: ['vin:1HGCM82633A004352'],
  }),
} as const satisfies Record<string, FieldDefinition>
