import type { z } from 'zod'
import { fieldsIn } from './fields.ts'
import { issueOf } from '../domain/issue.ts'
import type { Clause } from '../i18n/clause.ts'
import { finding, say, type Finding } from './finding.ts'
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

/** What the schema has to say. */
function issueFinding(issue: z.core.$ZodIssue, value: unknown): Finding {
  const { path } = issue
  if (path.length === 0) return invalid(null, say('noTemplate'))
  const field = fieldOf(path)
  const problem = issueOf(issue)
  const said = field === '' ? say('issueOfAll', { problem }) : say('issue', { field, problem })
  return invalid(placeOf(path, value), said)
}

const invalid = (
  element: string | null,
  said: Clause,
  code: Finding['code'] = 'template_invalid',
): Finding => finding('error', code, element, said)

function placeOf(path: readonly PropertyKey[], value: unknown): string | null {
  if (path[0] !== 'elements' || typeof path[1] !== 'number') return null
  const { elements } = value as { elements: readonly { id?: string; type?: string }[] }
  const { id, type } = elements[path[1]] ?? {}
  return `${path[1] + 1} (${id ?? type ?? '?'})`
}

/** The property that is wrong, without the element, which is named beside it. */
function fieldOf(path: readonly PropertyKey[]): string {
  const own = path[0] === 'elements' && path.length > 1 ? path.slice(2) : path
  return own.map(String).join('.')
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
        say('sheetPastPage', {
          columns,
          rows,
          right: round(right),
          bottom: round(bottom),
          width: page.width,
          height: page.height,
        }),
      ),
    )
  }
  if ((columns > 1 && pitchX < width) || (rows > 1 && pitchY < height)) {
    findings.push(invalid(null, say('sheetOverlaps')))
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
    findings.push(invalid(name, say('beginsOutside'), outside))
  } else if (right > width + tolerance || bottom > height + tolerance) {
    findings.push(
      invalid(
        name,
        say('reachesOutside', { right: round(right), bottom: round(bottom), width, height }),
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
    findings.push(invalid(name, say('pictureSource')))
  }
  if (element.type === 'picture' && element.path !== undefined && !element.space) {
    findings.push(invalid(name, say('pathSpace')))
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
    return [invalid(name, say('saysElements', { symbology }))]
  }
  if (text !== undefined && !elements) return []
  return [invalid(name, say('saysText', { symbology }))]
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
