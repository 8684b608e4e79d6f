import { areaOf, captionMarks } from './draw-text.ts'
import type { LabelData } from './fields.ts'
import { refuse, say } from './finding.ts'
import { isLinear } from './gs1-sizes.ts'
import type { DrawContext, Drawing } from './drawing.ts'
import { lineHeight } from './fit-text.ts'
import { placeBox, placing, type Mark, type Placing } from './mark.ts'
import { fitSymbol } from './place-symbol.ts'
import { requestSymbol } from './symbol-request.ts'
import { quietZones, type EncodedSymbol, type SymbolRequest } from './symbol.ts'
import type { BarcodeElement } from './template.ts'

/** Draws a code with its quiet zone, and what it says below it where that is asked for. */
export function drawBarcode(
  { template, printer, tools, name }: DrawContext,
  element: BarcodeElement,
  data: LabelData,
): Drawing {
  const request = requestSymbol(element, data, name)
  const symbol = encode(tools.encodeSymbol, request, name)
  const place = placing(areaOf(element, printer.dpi), element.turn)
  const captionSize = element.caption === undefined ? 0 : (element.caption * printer.dpi) / 25.4
  const captionHeight = captionSize * (0.25 + request.caption.length * lineHeight)
  const fitted = fitSymbol(symbol, {
    symbology: element.symbology,
    use: template.use,
    dpi: printer.dpi,
    width: place.width,
    height: Math.floor(place.height - captionHeight),
    wanted: element.module,
    name,
  })
  const boxes = placedBoxes(place, fitted.boxes)
  const quiet = quietZones[element.symbology]
  const zone = {
    x: fitted.area.x - quiet.left * fitted.module,
    y: fitted.area.y - quiet.top * fitted.module,
    width: fitted.area.width + (quiet.left + quiet.right) * fitted.module,
    height: fitted.area.height + (quiet.top + quiet.bottom) * fitted.module,
  }
  const captionTop = isLinear(element.symbology)
    ? fitted.area.height + captionSize * 0.25
    : zone.y + zone.height
  const caption: Mark[] =
    captionSize === 0
      ? []
      : captionMarks(tools.fonts.sans, request.caption, captionSize, place, captionTop)
  return {
    marks: [{ kind: 'boxes', boxes }, ...caption],
    area: placeBox(place, zone),
    symbol: {
      name,
      request,
      symbol,
      boxes,
      module: fitted.module,
      turn: element.turn,
      area: placeBox(place, fitted.area),
      zone: placeBox(place, zone),
    },
    findings: fitted.findings,
  }
}

function encode(
  encodeSymbol: DrawContext['tools']['encodeSymbol'],
  request: SymbolRequest,
  name: string,
): EncodedSymbol {
  try {
    return encodeSymbol(request)
  } catch (error) {
    const { message } = error as Error
    return refuse('code_invalid', name, say('notEncoded', { reason: message.replace(/\.$/, '') }))
  }
}

function placedBoxes(place: Placing, boxes: readonly number[]): number[] {
  if (place.turn === 0) {
    const [left, top] = place.point(0, 0)
    return boxes.map((value, index) => value + (index % 4 === 0 ? left : index % 4 === 1 ? top : 0))
  }
  const placed: number[] = []
  for (let at = 0; at + 3 < boxes.length; at += 4) {
    const area = placeBox(place, {
      x: boxes[at]!,
      y: boxes[at + 1]!,
      width: boxes[at + 2]!,
      height: boxes[at + 3]!,
    })
    placed.push(area.x, area.y, area.width, area.height)
  }
  return placed
}
