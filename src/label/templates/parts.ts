import type texts from '../../i18n/en/templates.json'
import type { TemplateInput } from '../template.ts'

/** A template of Seriatim; its title stands in src/i18n/en/templates.json. */
export type ReadyTemplate = Omit<TemplateInput, 'name' | 'title'> & {
  readonly name: keyof typeof texts.title
}

type AnyElement = TemplateInput['elements'][number]
type Text = AnyElement & { readonly type: 'text' }

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A box, from its upper left corner. */
export const at = (x: number, y: number, width: number, height: number): Box => ({
  x,
  y,
  width,
  height,
})

/** A text in a box, with what differs from the usual. */
export const text = (
  id: string,
  box: Box,
  words: string,
  size: number,
  more: Partial<Omit<Text, keyof Box | 'type' | 'id' | 'text' | 'size'>> = {},
): AnyElement => ({ type: 'text', id, ...box, text: words, size, ...more })

/** A line over the label. */
export const line = (x: number, x2: number, y: number, thickness: number): AnyElement => ({
  type: 'line',
  x,
  y,
  x2,
  y2: y,
  thickness,
})

/** GS1 elements that tell a unit apart from every other. */
export const unitElements = [
  { ai: '01', value: '{item.gtin}' },
  { ai: '21', value: '{serial}' },
]

/** A plain code with a unit's own number, for units whose item has no GTIN. */
export const ownCode = (box: Box, symbology: 'datamatrix' | 'qr' = 'datamatrix'): AnyElement => ({
  type: 'barcode',
  id: 'code without GTIN',
  ...box,
  symbology,
  text: '{serial}',
  unless: 'item.gtin',
})

/** A code for a unit: of GS1 where its item has a GTIN, of its own number where not. */
export const unitCode = (box: Box): AnyElement[] => [
  {
    type: 'barcode',
    id: 'code',
    ...box,
    symbology: 'gs1_datamatrix',
    elements: unitElements,
    when: 'item.gtin',
  },
  ownCode(box),
]
