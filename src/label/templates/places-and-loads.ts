import { at, line, ownCode, text, type ReadyTemplate } from './parts.ts'

export const shelf100x38: ReadyTemplate = {
  name: 'shelf-100x38',
  width: 100,
  height: 38,
  elements: [
    {
      type: 'barcode',
      id: 'code',
      ...at(2, 4, 30, 30),
      symbology: 'datamatrix',
      text: '{location.code}',
    },
    text('place', at(35, 6.2, 62, 18), '{location.code}', 19, { font: 'bold', sizeMin: 4 }),
    text('name', at(35, 25.6, 62, 9), '{location.name}', 4.4, { sizeMin: 2.4, fit: 'wrap' }),
  ],
}

export const bin70x30: ReadyTemplate = {
  name: 'bin-70x30',
  width: 70,
  height: 30,
  elements: [
    text('place', at(3, 2.5, 64, 10), '{location.code}', 11, {
      font: 'bold',
      sizeMin: 3,
      align: 'center',
    }),
    {
      type: 'barcode',
      id: 'code',
      ...at(1, 13.5, 68, 10.5),
      symbology: 'code_128',
      text: '{location.code}',
    },
    text('name', at(3, 25, 64, 3.4), '{location.name}', 3, { sizeMin: 1.6, align: 'center' }),
  ],
}

/** Signs of how to handle what stands on a pallet, in two rows; each where its item asks for it. */
const handlingSigns = (
  [
    'this_way_up',
    'keep_dry',
    'fragile',
    'do_not_stack',
    'keep_from_sunlight',
    'keep_frozen',
  ] as const
).map((symbol, index) => ({
  type: 'handling' as const,
  ...at(67 + 10.6 * (index % 3), 3 + 10.4 * Math.floor(index / 3), 9.6, 9.6),
  symbol,
  when: `handling.${symbol}`,
}))

/** The building blocks of a GS1 logistic label: text of the parties, then data, then codes. */
export const pallet102x152: ReadyTemplate = {
  name: 'pallet-102x152',
  use: 'logistic',
  width: 101.6,
  height: 152.4,
  elements: [
    text('sender', at(4, 4, 60, 6), '{company.name}', 5, { font: 'bold', sizeMin: 2.4 }),
    text('receiver', at(4, 11, 60, 11), 'To: {party}', 4, { sizeMin: 2.4, fit: 'wrap' }),
    ...handlingSigns,
    line(2, 99.6, 24, 0.5),
    text('item', at(4, 26, 94, 10.5), '{content.name}', 5, {
      font: 'bold',
      sizeMin: 3,
      fit: 'wrap',
    }),
    { type: 'text', id: 'SSCC title', ...at(4, 38, 40, 3.6), text: 'SSCC', size: 3 },
    text('copy', at(58, 38, 40, 3.6), '{copy.note}', 3, { align: 'end' }),
    text('SSCC', at(4, 41.6, 94, 7), '{sscc}', 7, { font: 'bold', sizeMin: 3 }),
    text('content title', at(4, 50.8, 40, 3.6), 'CONTENT', 3, { when: 'content.gtin' }),
    text('content', at(4, 54.4, 46, 5.4), '{content.gtin}', 5, { sizeMin: 2.4 }),
    text('count title', at(58, 50.8, 40, 3.6), 'COUNT', 3, { when: 'count' }),
    text('count', at(58, 54.4, 40, 5.4), '{count}', 5, { sizeMin: 2.4 }),
    text('lot title', at(4, 61.8, 40, 3.6), 'BATCH/LOT', 3, { when: 'lot' }),
    text('lot', at(4, 65.4, 46, 5.4), '{lot}', 5, { sizeMin: 2.4 }),
    text('expiry title', at(58, 61.8, 40, 3.6), 'USE BY (DD.MM.YYYY)', 3, { when: 'expiry' }),
    text('expiry', at(58, 65.4, 40, 5.4), '{expiry:DD.MM.YYYY}', 5, { sizeMin: 2.4 }),
    line(2, 99.6, 73.4, 0.5),
    {
      type: 'barcode',
      id: 'content code',
      ...at(1, 75.4, 99.6, 36.4),
      symbology: 'gs1_128',
      when: 'content.gtin',
      elements: [
        { ai: '02', value: '{content.gtin}' },
        { ai: '37', value: '{count}' },
      ],
      caption: 3,
    },
    {
      type: 'barcode',
      id: 'SSCC code',
      ...at(1, 112.4, 99.6, 39),
      symbology: 'gs1_128',
      elements: [{ ai: '00', value: '{sscc}' }],
      caption: 3.6,
    },
  ],
}

export const foodPortion: ReadyTemplate = {
  name: 'food-76x51',
  use: 'retail',
  width: 76.2,
  height: 50.8,
  elements: [
    text('item', at(3, 2.5, 50, 11), '{item.name}', 4.6, {
      font: 'bold',
      sizeMin: 2.6,
      fit: 'wrap',
    }),
    text('serial', at(3, 15, 44, 3.2), 'No. {serial}', 2.6, { sizeMin: 1.6 }),
    text('lot', at(3, 19, 44, 3.2), 'Lot {lot}', 2.6, { sizeMin: 1.6 }),
    text('packed', at(3, 23, 44, 3.2), 'Packed {made:DD.MM.YYYY}', 2.6, { sizeMin: 1.6 }),
    text('use by title', at(3, 28.6, 30, 3), 'USE BY', 2.6, { when: 'expiry' }),
    text('use by', at(3, 32, 42, 6), '{expiry:DD.MM.YYYY}', 6, { font: 'bold', sizeMin: 3 }),
    text('weight title', at(3, 39.6, 30, 3), 'NET WEIGHT', 2.6, { when: 'quantity' }),
    text('weight', at(3, 43, 42, 6), '{quantity} {measure}', 6, {
      font: 'bold',
      sizeMin: 3,
      when: 'quantity',
    }),
    {
      type: 'handling',
      ...at(58.5, 2.5, 9.5, 9.5),
      symbol: 'temperature_limits',
      when: 'item.temperature',
    },
    text('temperature', at(53, 13, 20.5, 3.4), '{item.temperature}', 3, {
      font: 'bold',
      align: 'center',
      sizeMin: 1.6,
    }),
    {
      type: 'barcode',
      id: 'code',
      ...at(49, 19, 27, 27),
      symbology: 'gs1_datamatrix',
      module: 0.75,
      when: 'item.gtin',
      elements: [
        { ai: '01', value: '{item.gtin}' },
        { ai: '3103', value: '{weight.kg:fixed:6:3}', optional: true },
        { ai: '17', value: '{expiry:YYMMDD}', optional: true },
        { ai: '10', value: '{lot}', optional: true },
        { ai: '21', value: '{serial}' },
      ],
    },
    ownCode(at(49, 19, 27, 27)),
    text('copy', at(47, 46, 26.2, 2.8), '{copy.note}', 2.2, { align: 'end' }),
  ],
}
