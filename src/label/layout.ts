import { contrastFinding } from './contrast.ts'
import { overlap, toDots, type Area, type Printer } from './dots.ts'
import { fieldsIn, valueOf, type LabelData } from './fields.ts'
import { finding, FindingError, say, type Finding } from './finding.ts'
import { drawBarcode } from './draw-barcode.ts'
import { drawBox, drawHandling, drawLine, drawPicture } from './draw-shapes.ts'
import { drawText } from './draw-text.ts'
import type { DrawContext, Drawing, LabelTools, PlacedSymbol } from './drawing.ts'
import type { Mark } from './mark.ts'
import { checkTogether } from './symbol-request.ts'
import { elementName, type Element, type Template } from './template.ts'
import { textsOf } from './read-template.ts'

/** A label laid out for a printer, in whole dots where bars are concerned. */
export interface PlacedLabel {
  readonly dpi: number
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  readonly symbols: readonly PlacedSymbol[]
  readonly findings: readonly Finding[]
}

/** A template made ready for a printer: what all its labels share is drawn once. */
export interface PreparedTemplate {
  readonly template: Template
  readonly printer: Printer
  layOut(data: LabelData): PlacedLabel
}

/** Prepares a template for labels on one printer. */
export function prepareTemplate(
  template: Template,
  printer: Printer,
  tools: LabelTools,
): PreparedTemplate {
  const width = toDots(template.width, printer.dpi)
  const height = toDots(template.height, printer.dpi)
  const contrast = contrastFinding(template)
  const drawers = template.elements.map((element, index) => {
    const context = { template, printer, tools, name: elementName(element, index) }
    const drawing = isStatic(element) ? safely(context, element, {}) : undefined
    return (data: LabelData) =>
      isShown(element, data) ? (drawing ?? safely(context, element, data)) : nothing
  })
  const layOut = (data: LabelData): PlacedLabel => {
    const drawings = drawers.map((draw) => draw(data))
    const symbols = drawings.flatMap(({ symbol }) => symbol ?? [])
    const together = checkTogether(symbols.map(({ request }) => request))
    return {
      dpi: printer.dpi,
      width,
      height,
      marks: drawings.flatMap((drawing) => drawing.marks),
      symbols,
      findings: [
        ...[contrast, together].filter((finding) => finding !== null),
        ...drawings.flatMap((drawing) => drawing.findings),
        ...quietZoneFindings(drawings),
      ],
    }
  }
  return { template, printer, layOut }
}

const nothing: Drawing = { marks: [], area: null, findings: [] }

const isStatic = (element: Element): boolean =>
  element.type !== 'barcode' && textsOf(element).every((text) => fieldsIn(text).names.length === 0)

const isShown = ({ when, unless }: Element, data: LabelData): boolean =>
  (when === undefined || valueOf(data, when) !== '') &&
  (unless === undefined || valueOf(data, unless) === '')

/** What is wrong with one element must not keep the others from being looked at. */
function safely(context: DrawContext, element: Element, data: LabelData): Drawing {
  try {
    return draw(context, element, data)
  } catch (error) {
    if (!(error instanceof FindingError)) throw error
    return { marks: [], area: null, findings: [error.finding] }
  }
}

function draw(context: DrawContext, element: Element, data: LabelData): Drawing {
  switch (element.type) {
    case 'text':
      return drawText(context, element, data)
    case 'barcode':
      return drawBarcode(context, element, data)
    case 'line':
      return drawLine(context, element)
    case 'box':
      return drawBox(context, element)
    case 'picture':
      return drawPicture(context, element)
    case 'handling':
      return drawHandling(context, element)
  }
}

/** Nothing else may stand in a symbol or the white around it. */
function quietZoneFindings(drawings: readonly Drawing[]): Finding[] {
  const findings: Finding[] = []
  for (const drawing of drawings) {
    const { symbol } = drawing
    if (!symbol) continue
    for (const other of drawings) {
      if (other === drawing || other.area === null) continue
      const isHit = (other.symbol ? [other.symbol.zone] : inkOf(other)).some((area) =>
        overlap(symbol.zone, area),
      )
      if (!isHit) continue
      findings.push(finding('error', 'quiet_zone', symbol.name, say('quietZone')))
      break
    }
  }
  return findings
}

/** What a drawing covers; of a frame its four sides and not what it surrounds. */
function inkOf({ marks, area }: Drawing): Area[] {
  return marks.every((mark) => mark.kind === 'boxes')
    ? marks.flatMap((mark) => (mark.kind === 'boxes' ? boxAreas(mark.boxes) : []))
    : area
      ? [area]
      : []
}

function boxAreas(boxes: readonly number[]): Area[] {
  const areas: Area[] = []
  for (let at = 0; at + 3 < boxes.length; at += 4) {
    areas.push({
      x: boxes[at]!,
      y: boxes[at + 1]!,
      width: boxes[at + 2]!,
      height: boxes[at + 3]!,
    })
  }
  return areas
}
