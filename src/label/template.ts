import { z } from 'zod'
import { handlingSymbols } from './handling-words.ts'
import { uses } from './uses.ts'
import { issueText } from '../domain/issue.ts'

/**
 * A label as a value in JSON. All lengths are millimetres from the upper left corner. Texts and
 * codes name fields in braces, such as `{serial}` (see `fields.ts`).
 */

const lengthMax = 500
const position = z.number().min(-1).max(lengthMax)
const length = z.number().positive().max(lengthMax)
const text = z.string().max(2000)
const fieldName = z.string().regex(/^[\w .-]{1,80}$/u, { error: issueText('fieldName') })

/** The box that an element may fill; a turned element is turned inside it. */
const box = {
  /** Name of the element, where it has one. */
  id: z.string().max(60).optional(),
  x: position,
  y: position,
  width: length,
  height: length,
  /** Degrees clockwise. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  /** Drawn only where this field has a value. */
  when: fieldName.optional(),
  /** Drawn only where this field has no value. */
  unless: fieldName.optional(),
}

export const fontNames = ['sans', 'bold', 'condensed', 'mono', 'mono_bold'] as const
export type FontName = (typeof fontNames)[number]

const textElement = z.object({
  type: z.literal('text'),
  ...box,
  text,
  font: z.enum(fontNames).default('sans'),
  /** Height of the font (its em) in millimetres; 1 point is 0.353 mm. */
  size: z.number().min(0.8).max(100),
  /** The least size that `shrink` and `wrap` may go down to. */
  sizeMin: z.number().min(0.8).max(100).optional(),
  align: z.enum(['start', 'center', 'end']).default('start'),
  vertical: z.enum(['top', 'middle', 'bottom']).default('top'),
  /** What to do with a text that is longer than the box. */
  fit: z.enum(['shrink', 'wrap', 'ellipsis']).default('shrink'),
})

export const symbologies = [
  'gs1_datamatrix',
  'gs1_128',
  'qr_link',
  'datamatrix',
  'qr',
  'code_128',
  'ean_13',
  'ean_8',
  'upc_a',
  'itf_14',
] as const
export type SymbologyName = (typeof symbologies)[number]

const barcodeElement = z.object({
  type: z.literal('barcode'),
  ...box,
  symbology: z.enum(symbologies),
  /** What a plain code says. */
  text: text.optional(),
  /** What a GS1 code or link says: identifiers and their values. */
  elements: z
    .array(
      z.object({
        ai: z.string().regex(/^\d{2,4}$/, { error: issueText('applicationIdentifier') }),
        value: text,
        /** Left out where its fields have no value. */
        optional: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(16)
    .optional(),
  /** What a link begins with, for `qr_link`. */
  stem: text.default('{link.stem}'),
  /** The wanted width of a module (X-dimension); the target of its use when absent. */
  module: z.number().min(0.05).max(5).optional(),
  /** How much of a QR symbol may be damaged. */
  correction: z.enum(['L', 'M', 'Q', 'H']).default('M'),
  shape: z.enum(['square', 'rectangle']).default('square'),
  /** Writes under a linear code what it says; the size of its letters in millimetres. */
  caption: z.number().min(0.8).max(20).optional(),
})

const lineElement = z.object({
  type: z.literal('line'),
  id: box.id,
  x: position,
  y: position,
  x2: position,
  y2: position,
  thickness: z.number().positive().max(20),
  when: box.when,
  unless: box.unless,
})

const boxElement = z.object({
  type: z.literal('box'),
  ...box,
  thickness: z.number().positive().max(20),
  fill: z.boolean().default(false),
})

const pictureElement = z.object({
  type: z.literal('picture'),
  ...box,
  /** A PNG as a `data:` address; nothing is ever fetched. */
  png: z
    .string()
    .max(400_000)
    .regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/, {
      error: issueText('png'),
    })
    .optional(),
  /** Or an outline in the language of SVG paths, without arcs. */
  path: z.string().max(100_000).optional(),
  /** Width and height of the space that `path` is drawn in. */
  space: z.tuple([length, length]).optional(),
})

const handlingElement = z.object({
  type: z.literal('handling'),
  ...box,
  symbol: z.enum(handlingSymbols),
})

export const element = z.discriminatedUnion('type', [
  textElement,
  barcodeElement,
  lineElement,
  boxElement,
  pictureElement,
  handlingElement,
])

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: issueText('colour') })

const sheet = z
  .object({
    page: z.object({ width: z.number().positive().max(1500), height: length.max(1500) }),
    columns: z.int().min(1).max(50),
    rows: z.int().min(1).max(100),
    /** Where the first label begins on the page. */
    left: z.number().min(0).max(lengthMax),
    top: z.number().min(0).max(lengthMax),
    /** From the beginning of one label to that of the next. */
    pitchX: length,
    pitchY: length,
  })
  .strict()

export const template = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, {
    error: issueText('templateName'),
  }),
  title: z.string().trim().min(1).max(120),
  use: z.enum(uses).default('own'),
  width: length,
  height: length,
  /** Labels on a sheet of paper; a label on a roll has none. */
  sheet: sheet.optional(),
  /** Colour of what is printed, and of the stock that it is printed on. */
  ink: colour.default('#000000'),
  stock: colour.default('#ffffff'),
  elements: z.array(element).max(200),
})

export type Template = z.infer<typeof template>
export type TemplateInput = z.input<typeof template>
export type Element = z.infer<typeof element>
export type TextElement = z.infer<typeof textElement>
export type BarcodeElement = z.infer<typeof barcodeElement>
export type LineElement = z.infer<typeof lineElement>
export type BoxElement = z.infer<typeof boxElement>
export type PictureElement = z.infer<typeof pictureElement>
export type HandlingElement = z.infer<typeof handlingElement>

/** How findings name an element: its number from 1 and its name or type. */
export const elementName = (element: Element, index: number): string =>
  `${index + 1} (${element.id ?? element.type})`
