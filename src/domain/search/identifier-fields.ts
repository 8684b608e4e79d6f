import type { FieldDefinition } from './field-definition.ts'

/** The row of one type of identifier. */
export const identifierField = (aliases: readonly string[], examples: readonly string[]) =>
  ({
    type: 'text',
    aliases,
    examples,
    identifier: true,
    groupable: false,
  }) as const satisfies FieldDefinition

/** Types of identifiers that every company knows; any other type is written `id.name`. */
export const identifierFields = {
  maker_serial: identifierField(
    ['manufacturer_serial', 'oem_serial'],
    ['maker_serial:WD-WCC4E1234567'],
  ),
  imei: identifierField([], ['imei:353918057689321']),
  mac: identifierField(['mac_address'], ['mac:00:1A:2B:3C:4D:5E', 'mac:00:1A:2B:*']),
  epc: identifierField([], ['epc:urn:epc:id:sgtin:0614141.812345.6789']),
  rfid: identifierField(['tid'], ['rfid:E200341201201700003DA1F2']),
  sscc: identifierField([], ['sscc:106141412345678908']),
  asset_tag: identifierField(['asset'], ['asset_tag:IT-0042', 'asset_tag:IT-*']),
  vin: identifierField([], ['vin:1HGCM82633A004352']),
} as const satisfies Record<string, FieldDefinition>
