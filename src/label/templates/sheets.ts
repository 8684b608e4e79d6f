import type { TemplateInput } from '../template.ts'
import { at, text, unitCode } from './parts.ts'

/** A code, a number and a name side by side: what fits every label of a sheet. */
function body(width: number, height: number): TemplateInput['elements'] {
  const margin = 1.5
  const side = Math.min(height - 2 * margin, 20)
  const left = margin + side + 1.5
  const rest = width - left - margin
  const line = Math.min(3, height / 5)
  return [
    ...unitCode(at(margin, (height - side) / 2, side, side)),
    text('serial', at(left, margin, rest, line * 1.5), '{serial}', line * 1.4, {
      font: 'mono_bold',
      sizeMin: 1.2,
    }),
    text(
      'item',
      at(left, margin + line * 1.8, rest, height - 2 * margin - line * 2.9),
      '{item.name}',
      line,
      { sizeMin: 1.4, fit: 'wrap' },
    ),
    text(
      'copy',
      at(left, height - margin - line * 0.9, rest, line),
      '{copy.note}',
      Math.min(line, 2),
      { sizeMin: 1.2, align: 'end' },
    ),
  ]
}

const inch = 25.4
const letter = { width: 8.5 * inch, height: 11 * inch }
const a4 = { width: 210, height: 297 }

interface SheetForm {
  readonly name: string
  readonly title: string
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

function sheetOf(form: SheetForm): TemplateInput {
  const { name, title, width, height, ...sheet } = form
  return { name, title, width, height, sheet, elements: body(width, height) }
}

/** Sheets of labels that are sold everywhere; lengths as their makers publish them. */
export const sheets: readonly TemplateInput[] = [
  sheetOf({
    name: 'avery-5160',
    title: 'Avery 5160: 30 labels of 66.7 × 25.4 mm on Letter',
    page: letter,
    columns: 3,
    rows: 10,
    width: 2.625 * inch,
    height: inch,
    left: 0.15625 * inch,
    top: 0.5 * inch,
    pitchX: 2.78125 * inch,
    pitchY: inch,
  }),
  sheetOf({
    name: 'avery-5163',
    title: 'Avery 5163: 10 labels of 101.6 × 50.8 mm on Letter',
    page: letter,
    columns: 2,
    rows: 5,
    width: 4 * inch,
    height: 2 * inch,
    left: 0.1625 * inch,
    top: 0.5 * inch,
    pitchX: 4.1875 * inch,
    pitchY: 2 * inch,
  }),
  sheetOf({
    name: 'avery-5167',
    title: 'Avery 5167: 80 labels of 44.5 × 12.7 mm on Letter',
    page: letter,
    columns: 4,
    rows: 20,
    width: 1.75 * inch,
    height: 0.5 * inch,
    left: 0.28125 * inch,
    top: 0.5 * inch,
    pitchX: 2.0625 * inch,
    pitchY: 0.5 * inch,
  }),
  sheetOf({
    name: 'avery-6570',
    title: 'Avery 6570: 32 labels of 44.5 × 31.8 mm on Letter',
    page: letter,
    columns: 4,
    rows: 8,
    width: 1.75 * inch,
    height: 1.25 * inch,
    left: 0.28125 * inch,
    top: 0.5 * inch,
    pitchX: 2.0625 * inch,
    pitchY: 1.25 * inch,
  }),
  sheetOf({
    name: 'avery-l7160',
    title: 'Avery L7160: 21 labels of 63.5 × 38.1 mm on A4',
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
