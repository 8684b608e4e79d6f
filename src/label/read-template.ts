import type { z } from 'zod'
import { fieldsIn } from './fields.ts'
import type { Finding } from './finding.ts'
import {
  elementName,
  template,
  type BarcodeElement,
  type Element,
  type Template,
} from './template.ts'

/** A template, or what is wrong with it, element by element. */
export type ReadTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Reads a template from JSON and checks all that can be checked without a unit or a printer. */
export function readTemplate(value: unknown): ReadTemplate {
  const read = template.safeParse(value)
  if (!read.success) {
    return { ok: false, findings: read.error.issues.map((issue) => issueFinding(issue, value)) }
  }
  const findings = [
    ...sheetFindings(read.data),
    ...read.data.elements.flatMap((element, index) =>
      elementFindings(read.data, element, elementName(element, index)),
    ),
  ]
  return findings.length === 0 ? { ok: true, template: read.data } : { ok: false, findings }
}

/** What the schema has to say, in words of a template's writer. */
function issueFinding({ path, message }: z.core.$ZodIssue, value: unknown): Finding {
  const said = message.endsWith('received undefined')
    ? 'is missing'
    : message.replace(/^Invalid input: /, '')
  if (path.length > 0) return invalid(placeOf(path, value), `${fieldOf(path)} ${said}`.trim())
  return invalid(null, 'This is no template: it has to be an object with name, title and elements')
}

const invalid = (
  element: string | null,
  message: string,
  code: Finding['code'] = 'template_invalid',
): Finding => ({ level: 'error', code, element, message: message.replace(/([^.])$/, '$1.') })

function placeOf(path: readonly PropertyKey[], value: unknown): string | null {
  if (path[0] !== 'elements' || typeof path[1] !== 'number') return null
  const { elements } = value as { elements: readonly { id?: string; type?: string }[] }
  const { id, type } = elements[path[1]] ?? {}
  return `${path[1] + 1} (${id ?? type ?? '?'})`
}

/** The property that is wrong, without the element, which is named beside it. */
function fieldOf(path: readonly PropertyKey[]): string {
  const own = path[0] === 'elements' && path.length > 1 ? path.slice(2) : path
  return own.length === 0 ? '' : `${own.map(String).join('.')}:`
}

/** What rounding to whole dots may make a box stand out. */
const tolerance = 0.2

function sheetFindings({ sheet, width, height }: Template): Finding[] {
  if (!sheet) return []
  const { page, columns, rows, left, top, pitchX, pitchY } = sheet
  const findings: Finding[] = []
  const right = left + (columns - 1) * pitchX + width
  const bottom = top + (rows - 1) * pitchY + height
  if (right > page.width + tolerance || bottom > page.height + tolerance) {
    findings.push(
      invalid(
        null,
        `sheet: ${columns} × ${rows} labels reach to ${round(right)} × ${round(bottom)} mm, past the page of ${page.width} × ${page.height} mm. Measure left, top and the pitches again`,
      ),
    )
  }
  if ((columns > 1 && pitchX < width) || (rows > 1 && pitchY < height)) {
    findings.push(invalid(null, 'sheet: labels overlap. A pitch is at least as long as the label'))
  }
  return findings
}

function elementFindings(template: Template, element: Element, name: string): Finding[] {
  const findings: Finding[] = []
  const { width, height } = template
  const [right, bottom] =
    element.type === 'line'
      ? [Math.max(element.x, element.x2), Math.max(element.y, element.y2)]
      : [element.x + element.width, element.y + element.height]
  if (Math.min(element.x, element.y) < -tolerance) {
    findings.push(invalid(name, 'It begins outside the label. Set x and y to 0 or more', outside))
  } else if (right > width + tolerance || bottom > height + tolerance) {
    findings.push(
      invalid(
        name,
        `It reaches to ${round(right)} × ${round(bottom)} mm; the label ends at ${width} × ${height} mm. Move it or make it smaller`,
        outside,
      ),
    )
  }
  for (const text of textsOf(element)) {
    const { problem } = fieldsIn(text)
    if (problem) findings.push(invalid(name, problem, 'field_invalid'))
  }
  if (element.type === 'barcode') findings.push(...barcodeFindings(element, name))
  if (element.type === 'picture' && (element.png === undefined) === (element.path === undefined)) {
    findings.push(invalid(name, 'A picture has either png, or path with space'))
  }
  if (element.type === 'picture' && element.path !== undefined && !element.space) {
    findings.push(invalid(name, 'A path needs space: the width and height that it is drawn in'))
  }
  return findings
}

const outside = 'outside_label'

/** Symbologies that hold GS1 elements. */
const structured = new Set(['gs1_datamatrix', 'gs1_128', 'qr_link'])

function barcodeFindings(element: BarcodeElement, name: string): Finding[] {
  const { symbology, elements, text } = element
  if (structured.has(symbology)) {
    if (elements && text === undefined) return []
    return [
      invalid(
        name,
        `A ${symbology} says elements: [{ "ai": "01", "value": "{item.gtin}" }, …], and no text`,
      ),
    ]
  }
  if (text !== undefined && !elements) return []
  return [invalid(name, `A ${symbology} says text, such as "{serial}", and no elements`)]
}

/** Every text of an element that may name fields. */
export function textsOf(element: Element): string[] {
  if (element.type === 'text') return [element.text]
  if (element.type !== 'barcode') return []
  const values = element.elements?.map(({ value }) => value) ?? []
  return [
    ...(element.text === undefined ? [] : [element.text]),
    ...values,
    ...(element.symbology === 'qr_link' ? [element.stem] : []),
  ]
}

const round = (value: number): number => Math.round(value * 100) / 100
