import { at, text, unitCode, type ReadyTemplate } from './parts.ts'

/** Where a line of text begins and how high it is. */
type Line = readonly [y: number, height: number]
type Elements = ReadyTemplate['elements']

/** A code, and beside it what people read: for labels that are wider than high. */
function card(width: number, height: number): Elements {
  const margin = 2
  const side = Math.min(height - 2 * margin, 0.36 * width)
  const left = margin + side + 1.5
  const rest = width - left - margin
  // All letters grow with the label.
  const unit = Math.min(height / 26.5, width / 58)
  const top = (height - 22.4 * unit) / 2
  const row = (id: string, [y, high]: Line, words: string, size: number, more = {}) =>
    text(id, at(left, top + y * unit, rest, high * unit), words, size * unit, {
      sizeMin: 1.2,
      ...more,
    })
  return [
    ...unitCode(at(margin, (height - side) / 2, side, side)),
    row('item', [0, 7.4], '{item.name}', 2.8, { font: 'bold', fit: 'wrap', sizeMin: 1.8 }),
    row('serial', [8.4, 4.4], '{serial}', 4, { font: 'mono_bold' }),
    row('lot', [13.4, 2.6], 'Lot {lot}', 2.2),
    row('copy', [13.4, 2.6], '{copy.note}', 2, { align: 'end' }),
    row('gtin', [16.9, 2.4], '(01) {item.gtin}', 2),
    row('human readable', [19.8, 2.4], '(21) {serial}', 2, { when: 'item.gtin' }),
  ]
}

/** The same for labels that are too narrow for it: the serial has a line of its own below. */
function stack(width: number, height: number): Elements {
  const margin = 2
  const side = 0.6 * height
  const left = margin + side + 1
  const rest = width - left - margin
  const below = margin + side + 0.6
  return [
    ...unitCode(at(margin - 0.7, margin - 0.7, side, side)),
    text('item', at(left, margin, rest, 10), '{item.name}', 2.6, {
      font: 'bold',
      sizeMin: 1.6,
      fit: 'wrap',
    }),
    text('lot', at(left, margin + 11, rest, 2.6), 'Lot {lot}', 2.2, { sizeMin: 1.2 }),
    text('copy', at(left, margin + 14.6, rest, 2.4), '{copy.note}', 2, { sizeMin: 1.2 }),
    text('serial', at(margin, below, width - 2 * margin, 4), '{serial}', 4, {
      font: 'mono_bold',
      sizeMin: 1.2,
    }),
    text('gtin', at(margin, below + 4.6, width - 2 * margin, 2.4), '(01) {item.gtin}', 2, {
      sizeMin: 1.2,
    }),
  ]
}

/** The same for labels of the height of two lines. */
function strip(width: number, height: number): Elements {
  const side = height - 2
  const left = side + 2.5
  const rest = width - left - 1.5
  return [
    ...unitCode(at(1, 1, side, side)),
    text('serial', at(left, 1.4, rest, 3.8), '{serial}', 3.4, { font: 'mono_bold', sizeMin: 1.2 }),
    text('item', at(left, 5.6, rest, 3.6), '{item.name}', 1.8, { sizeMin: 1.2, fit: 'wrap' }),
    text('copy', at(left, 9.6, rest, 1.8), '{copy.note}', 1.5, { sizeMin: 1.2, align: 'end' }),
  ]
}

/** Inches in millimetres, without what floating point adds. */
const inches = (count: number): number => Math.round(count * 25_400) / 1000
const letter = { width: inches(8.5), height: inches(11) }
const a4 = { width: 210, height: 297 }

interface SheetForm {
  readonly elements: (width: number, height: number) => Elements
  readonly name: ReadyTemplate['name']
  readonly page: { readonly width: number; readonly height: number }
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly pitchX: number
  readonly pitchY: number
}

function sheetOf(form: SheetForm): ReadyTemplate {
  const { name, width, height, elements, ...sheet } = form
  return { name, width, height, sheet, elements: elements(width, height) }
}

/** Sheets of labels that are sold everywhere; lengths as their makers publish them. */
export const sheets: readonly ReadyTemplate[] = [
  sheetOf({
    elements: card,
    name: 'avery-5160',
    page: letter,
    columns: 3,
    rows: 10,
    width: inches(2.625),
    height: inches(1),
    left: inches(0.15625),
    top: inches(0.5),
    pitchX: inches(2.78125),
    pitchY: inches(1),
  }),
  sheetOf({
    elements: card,
    name: 'avery-5163',
    page: letter,
    columns: 2,
    rows: 5,
    width: inches(4),
    height: inches(2),
    left: inches(0.1625),
    top: inches(0.5),
    pitchX: inches(4.1875),
    pitchY: inches(2),
  }),
  sheetOf({
    elements: strip,
    name: 'avery-5167',
    page: letter,
    columns: 4,
    rows: 20,
    width: inches(1.75),
    height: inches(0.5),
    left: inches(0.28125),
    top: inches(0.5),
    pitchX: inches(2.0625),
    pitchY: inches(0.5),
  }),
  sheetOf({
    elements: stack,
    name: 'avery-6570',
    page: letter,
    columns: 4,
    rows: 8,
    width: inches(1.75),
    height: inches(1.25),
    left: inches(0.28125),
    top: inches(0.5),
    pitchX: inches(2.0625),
    pitchY: inches(1.25),
  }),
  sheetOf({
    elements: card,
    name: 'avery-l7160',
    page: a4,
    columns: 3,
    rows: 7,
    width: 63.5,
    height: 38.1,
    left: 7.2,
    top: 15.15,
    pitchX: 66.04,
    pitchY: 38.1,
  }),
]
