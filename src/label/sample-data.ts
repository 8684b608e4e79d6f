import type { LabelData } from './fields.ts'

/** A value for every field that labels know: for previews without a unit, and for tests. */
export const sampleData: LabelData = {
  serial: 'EB-HAM-2631-00412',
  'item.code': 'FRAME-M',
  'item.name': 'Electric bicycle frame, size M, anthracite',
  'item.gtin': '09506000134352',
  'item.temperature': '2 to 8 °C',
  'handling.this_way_up': 'yes',
  'handling.keep_dry': 'yes',
  lot: 'L2631A',
  made: '2026-07-31',
  expiry: '2027-05-31',
  quantity: '3.482',
  measure: 'kg',
  'weight.kg': '3.482',
  sscc: '095060001343521113',
  count: '48',
  'content.gtin': '09506000134352',
  'content.name': 'Electric bicycle frame, size M, anthracite',
  party: 'Nordlicht Fahrräder GmbH, Am Hafen 7, 20457 Hamburg',
  'company.name': 'Seriatim Works',
  'location.code': 'A-04-12',
  'location.name': 'Aisle A, bay 4, level 12',
  'link.stem': 'https://id.example.com',
  'copy.note': 'Copy 2',
}
