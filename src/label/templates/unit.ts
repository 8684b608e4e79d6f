import { at, line, ownCode, text, unitCode, unitElements, type ReadyTemplate } from './parts.ts'

export const unit51x25: ReadyTemplate = {
  name: 'unit-51x25',
  width: 50.8,
  height: 25.4,
  elements: [
    ...unitCode(at(1.5, 1.5, 15, 15)),
    text('item', at(18, 2, 31, 7.6), '{item.name}', 2.9, { font: 'bold', sizeMin: 2, fit: 'wrap' }),
    text('serial', at(18, 10, 31, 4.4), '{serial}', 4.4, { font: 'mono_bold', sizeMin: 1.5 }),
    text('lot', at(18, 14.8, 31, 2.4), 'Lot {lot}', 2.2, { sizeMin: 1.4 }),
    text('copy', at(34, 21.4, 15, 2.4), '{copy.note}', 2, { align: 'end' }),
    text('gtin', at(2.4, 18.4, 31, 2.2), '(01) {item.gtin}', 2, { sizeMin: 1.4 }),
    text('human readable', at(2.4, 21.4, 31, 2.2), '(21) {serial}', 2, {
      when: 'item.gtin',
      sizeMin: 1.2,
    }),
  ],
}

export const unit57x32: ReadyTemplate = {
  name: 'unit-57x32',
  width: 57.2,
  height: 31.8,
  elements: [
    {
      type: 'barcode',
      id: 'link',
      ...at(1, 1, 22, 22),
      symbology: 'qr_link',
      elements: unitElements,
      when: 'item.gtin',
    },
    ownCode(at(1, 1, 22, 22), 'qr'),
    text('item', at(24.6, 3, 29, 8.2), '{item.name}', 2.9, {
      font: 'bold',
      sizeMin: 2,
      fit: 'wrap',
    }),
    text('code', at(24.6, 11.4, 29, 2.6), '{item.code}', 2.4, { sizeMin: 1.4 }),
    text('serial', at(24.6, 14.8, 29, 4.6), '{serial}', 4.6, { font: 'mono_bold', sizeMin: 1.5 }),
    text('lot', at(24.6, 19.8, 29, 2.6), 'Lot {lot}', 2.4, { sizeMin: 1.4 }),
    { type: 'line', x: 3.6, y: 24.4, x2: 53.6, y2: 24.4, thickness: 0.2, when: 'item.gtin' },
    text('gtin', at(3.6, 25.6, 38, 2.2), '(01) {item.gtin}', 2.1, { sizeMin: 1.2 }),
    text('human readable', at(3.6, 28.2, 38, 2.2), '(21) {serial}', 2.1, {
      when: 'item.gtin',
      sizeMin: 1.2,
    }),
    text('copy', at(41.6, 28.2, 12, 2.4), '{copy.note}', 2, { align: 'end' }),
  ],
}

export const tiny12x12: ReadyTemplate = {
  name: 'tiny-12x12',
  width: 12,
  height: 12,
  elements: [
    {
      type: 'barcode',
      id: 'code',
      ...at(1, 0.4, 10, 9),
      symbology: 'datamatrix',
      text: '{serial}',
    },
    text('serial', at(0.6, 9.7, 10.8, 1.8), '{serial}', 1.9, {
      font: 'mono_bold',
      sizeMin: 0.9,
      align: 'center',
    }),
  ],
}

export const cableWrap: ReadyTemplate = {
  name: 'cable-wrap',
  width: 25.4,
  height: 63.5,
  elements: [
    {
      type: 'barcode',
      id: 'code',
      ...at(7.7, 1.5, 10, 10),
      symbology: 'datamatrix',
      text: '{serial}',
    },
    text('serial', at(1, 12.6, 23.4, 3.2), '{serial}', 3.2, {
      font: 'mono_bold',
      sizeMin: 1.4,
      align: 'center',
    }),
    text('name', at(1, 16.8, 23.4, 5), '{item.name}', 2.2, {
      sizeMin: 1.6,
      align: 'center',
      fit: 'wrap',
    }),
    text('serial from behind', at(1, 22, 23.4, 2.8), '{serial}', 2.6, {
      font: 'mono_bold',
      sizeMin: 1.4,
      align: 'center',
      turn: 180,
    }),
  ],
}

export const assetTag: ReadyTemplate = {
  name: 'asset-tag',
  width: 50,
  height: 20,
  elements: [
    { type: 'box', ...at(0.6, 0.6, 48.8, 18.8), thickness: 0.25 },
    {
      type: 'barcode',
      id: 'code',
      ...at(2, 2.5, 15, 15),
      symbology: 'datamatrix',
      text: '{serial}',
    },
    text('owner', at(18.5, 2.6, 29.5, 2.8), 'PROPERTY OF {company.name}', 2.2, {
      font: 'bold',
      sizeMin: 1.2,
    }),
    text('serial', at(18.5, 6.6, 29.5, 5), '{serial}', 5, { font: 'mono_bold', sizeMin: 1.5 }),
    text('name', at(18.5, 12.8, 29.5, 4.8), '{item.name}', 2.2, { sizeMin: 1.6, fit: 'wrap' }),
  ],
}

export const healthcareUdi: ReadyTemplate = {
  name: 'udi-50x30',
  use: 'healthcare',
  width: 50,
  height: 30,
  elements: [
    {
      type: 'barcode',
      id: 'UDI',
      ...at(0.6, 0.8, 15.2, 15.2),
      symbology: 'gs1_datamatrix',
      module: 0.5,
      elements: [
        { ai: '01', value: '{item.gtin}' },
        { ai: '11', value: '{made:YYMMDD}', optional: true },
        { ai: '17', value: '{expiry:YYMMDD}', optional: true },
        { ai: '10', value: '{lot}', optional: true },
        { ai: '21', value: '{serial}' },
      ],
    },
    { type: 'box', ...at(17, 2, 7, 3.6), thickness: 0.3 },
    text('UDI sign', at(17, 2, 7, 3.6), 'UDI', 2.5, {
      font: 'bold',
      align: 'center',
      vertical: 'middle',
    }),
    text('item', at(25.5, 2, 23, 6.4), '{item.name}', 2.6, {
      font: 'bold',
      sizeMin: 1.6,
      fit: 'wrap',
    }),
    text('code', at(17, 9, 31.5, 2.6), 'REF {item.code}', 2.3, { sizeMin: 1.4 }),
    text('expiry', at(17, 12.4, 31.5, 2.6), 'EXP {expiry:YYYY-MM-DD}', 2.3, { sizeMin: 1.4 }),
    line(1.5, 48.5, 16.6, 0.2),
    text('AI 01', at(1.5, 17.8, 47, 2.4), '(01) {item.gtin}', 2.2, { sizeMin: 1.4 }),
    text('AI 11', at(1.5, 20.6, 23, 2.4), '(11) {made:YYMMDD}', 2.2, { sizeMin: 1.4 }),
    text('AI 17', at(25.5, 20.6, 23, 2.4), '(17) {expiry:YYMMDD}', 2.2, { sizeMin: 1.4 }),
    text('AI 10', at(1.5, 23.4, 47, 2.4), '(10) {lot}', 2.2, { sizeMin: 1.4 }),
    text('AI 21', at(1.5, 26.2, 38, 2.4), '(21) {serial}', 2.2, { sizeMin: 1.2 }),
    text('copy', at(39, 26.2, 9.5, 2.4), '{copy.note}', 1.8, { sizeMin: 1.2, align: 'end' }),
  ],
}
