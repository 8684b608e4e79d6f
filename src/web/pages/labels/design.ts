import type { Template } from '../../../label/index.ts'

export type Element = Template['elements'][number]
export type ElementType = Element['type']

/** Changes some properties of an element. */
export type Change = (properties: Partial<Record<string, unknown>>) => void

/** A template that is being designed, and the way back. */
export interface Design {
  readonly template: Template
  /** Place of the element that is worked on; null for the label itself. */
  readonly selected: number | null
  readonly past: readonly Template[]
  readonly future: readonly Template[]
  /** What the last change was about: further ones of the same are undone together. */
  readonly last: string | null
}

export type Step =
  | { readonly kind: 'change'; readonly template: Template; readonly about: string }
  | { readonly kind: 'select'; readonly index: number | null }
  | { readonly kind: 'undo' | 'redo' | 'pause' }

/** Steps back that are kept. */
const pastMax = 200

export const begin = (template: Template): Design => ({
  template,
  selected: null,
  past: [],
  future: [],
  last: null,
})

/** The design after a step. */
export function designAfter(design: Design, step: Step): Design {
  const { template, past, future, selected } = design
  switch (step.kind) {
    case 'select':
      return { ...design, selected: step.index, last: null }
    case 'pause':
      return { ...design, last: null }
    case 'change': {
      const isSame = step.about === design.last
      return {
        ...design,
        template: step.template,
        past: isSame ? past : [...past, template].slice(-pastMax),
        future: [],
        last: step.about,
      }
    }
    case 'undo': {
      const before = past.at(-1)
      if (!before) return design
      const back = { past: past.slice(0, -1), future: [template, ...future], last: null }
      return { template: before, selected: kept(before, selected), ...back }
    }
    case 'redo': {
      const [next, ...rest] = future
      if (!next) return design
      return {
        template: next,
        selected: kept(next, selected),
        past: [...past, template],
        future: rest,
        last: null,
      }
    }
  }
}

const kept = ({ elements }: Template, selected: number | null): number | null =>
  selected !== null && selected < elements.length ? selected : null

/** The template with one element in another form. */
export const withElement = (template: Template, index: number, element: Element): Template => ({
  ...template,
  elements: template.elements.map((one, at) => (at === index ? element : one)),
})

export const withoutElement = (template: Template, index: number): Template => ({
  ...template,
  elements: template.elements.filter((_, at) => at !== index),
})

const common = { turn: 0 as const }

/** A new element of a type, in the middle of the label. */
export function newElement(type: ElementType, { width, height }: Template): Element {
  const side = round(Math.min(width, height) / 2)
  const middle = (size: number, length: number) => round((length - size) / 2)
  const square = {
    ...common,
    x: middle(side, width),
    y: middle(side, height),
    width: side,
    height: side,
  }
  switch (type) {
    case 'text': {
      const box = {
        x: middle(width / 2, width),
        y: middle(4, height),
        width: round(width / 2),
        height: 4,
      }
      const more = {
        font: 'sans',
        size: 3,
        align: 'start',
        vertical: 'top',
        fit: 'shrink',
      } as const
      return { ...common, type, ...box, text: '{serial}', ...more }
    }
    case 'barcode': {
      const more = {
        symbology: 'datamatrix',
        stem: '{link.stem}',
        correction: 'M',
        shape: 'square',
      } as const
      return { ...square, type, text: '{serial}', ...more }
    }
    case 'line':
      return {
        type,
        x: 2,
        y: round(height / 2),
        x2: round(width - 2),
        y2: round(height / 2),
        thickness: 0.25,
      }
    case 'box':
      return { ...square, type, thickness: 0.25, fill: false }
    case 'handling':
      return { ...square, type, symbol: 'fragile' }
    case 'picture':
      return { ...square, type, path: 'M0 0H10V10H0Z M1 1V9H9V1Z', space: [10, 10] }
  }
}

/** Millimetres to a hundredth. */
const round = (value: number): number => Math.round(value * 100) / 100

/** The box that an element takes on the label. */
export function boxOf(element: Element): { x: number; y: number; width: number; height: number } {
  if (element.type !== 'line') return element
  const { x, y, x2, y2, thickness } = element
  return {
    x: Math.min(x, x2),
    y: Math.min(y, y2),
    width: Math.max(Math.abs(x2 - x), thickness),
    height: Math.max(Math.abs(y2 - y), thickness),
  }
}

/** An element moved by so many millimetres. */
export function moved(element: Element, dx: number, dy: number): Element {
  const at = { x: round(element.x + dx), y: round(element.y + dy) }
  if (element.type !== 'line') return { ...element, ...at }
  return { ...element, ...at, x2: round(element.x2 + dx), y2: round(element.y2 + dy) }
}

/** An element made larger by so many millimetres. */
export function resized(element: Element, dx: number, dy: number): Element {
  if (element.type === 'line')
    return { ...element, x2: round(element.x2 + dx), y2: round(element.y2 + dy) }
  const width = Math.max(1, round(element.width + dx))
  return { ...element, width, height: Math.max(1, round(element.height + dy)) }
}

const gridMm = 0.5
/** How near an edge has to be to be drawn to it, in millimetres. */
const reachMm = 0.6

/** A way along one axis, drawn to the edges and middles of others, else to the grid. */
export function snapped(
  from: number,
  length: number,
  way: number,
  lines: readonly number[],
): number {
  let best: number | undefined
  for (const line of lines) {
    for (const part of [0, length / 2, length]) {
      const off = line - (from + way + part)
      if (Math.abs(off) <= reachMm && (best === undefined || Math.abs(off) < Math.abs(best)))
        best = off
    }
  }
  return best === undefined ? Math.round((from + way) / gridMm) * gridMm - from : way + best
}

/** Edges and middles that an element is drawn to: of the label, and of what stands on it. */
export function snapLines(template: Template, index: number): { x: number[]; y: number[] } {
  const x = [0, template.width / 2, template.width]
  const y = [0, template.height / 2, template.height]
  for (const [at, element] of template.elements.entries()) {
    if (at === index) continue
    const box = boxOf(element)
    x.push(box.x, box.x + box.width / 2, box.x + box.width)
    y.push(box.y, box.y + box.height / 2, box.y + box.height)
  }
  return { x, y }
}
