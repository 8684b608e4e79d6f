/** All that there is to say of a code: what it is, its elements, and the same in every other form. */

import { lookUpAi } from './ai-table.ts'
import type { EnvelopeField } from './envelope.ts'
import { writeDigitalLink } from './digital-link-write.ts'
import { writeElementString, writeFnc1 } from './element-string.ts'
import type { Gs1Element } from './element.ts'
import { encodeEpc } from './epc-binary.ts'
import { writeEpcUri } from './epc-uri.ts'
import { humanReadable } from './hri.ts'
import { failure, success } from './problem.ts'
import type { Problem, Result } from './problem.ts'
import { readAnything } from './read-anything.ts'
import type { AnyReading, AnythingOptions, CodeKind } from './read-anything.ts'
import { writeScanData } from './scan-data-write.ts'

export interface ExplainOptions extends AnythingOptions {
  /** Domain and path of links that are written. Default: `https://id.gs1.org`. */
  readonly stem?: string
  /** Digits of the GS1 Company Prefix, for EPC URIs and tags of codes that do not tell it. */
  readonly companyPrefixLength?: number
  /** Filter of tags that are written, 0 to 7. */
  readonly filter?: number
}

/** The forms of a code; null where it has none. */
export interface CodeForms {
  /** `(01)09506000134352(21)A1` */
  readonly elementString: string | null
  /** `^010950600013435221A1`, `^` for FNC1. */
  readonly fnc1: string | null
  /** What a reader of a GS1 DataMatrix sends: `]d2…`. */
  readonly scanData: string | null
  readonly digitalLink: string | null
  readonly epcUri: string | null
  /** Tag memory in hexadecimal. */
  readonly epcHex: string | null
}

export interface ExplainedElement {
  readonly ai: string
  /** As on labels: `USE BY or EXPIRY`; empty for an unknown identifier. */
  readonly title: string
  readonly value: string
}

/** What a code is. */
export interface Explanation {
  readonly ok: boolean
  readonly kind: CodeKind
  /** Where the reader said so. */
  readonly symbology: string | null
  readonly elements: readonly ExplainedElement[]
  readonly humanReadable: readonly string[]
  /** Of an ISO/IEC 15434 message: data identifiers with their values. */
  readonly fields: readonly EnvelopeField[]
  readonly forms: CodeForms
  readonly error: Problem | null
}

interface Writing extends AnyReading {
  readonly options: ExplainOptions
}

function writeUri({ elements, epcUri, companyPrefixLength, options }: Writing): Result<string> {
  if (epcUri !== null) return success(epcUri)
  const length = companyPrefixLength ?? options.companyPrefixLength
  return writeEpcUri(elements, { companyPrefixLength: length ?? (() => undefined) })
}

function writeHex(writing: Writing): Result<string> {
  const uri = writeUri(writing)
  if (!uri.ok) return uri
  const filter = writing.options.filter ?? writing.filter ?? 0
  return encodeEpc(uri.value, { fillWords: true, filter })
}

function writeLink({ elements, options }: Writing): Result<string> {
  const allowUnknownAttributes = options.allowUnknownAttributes ?? false
  const stem = options.stem === undefined ? {} : { stem: options.stem }
  return writeDigitalLink(elements, { allowUnknownAttributes, ...stem })
}

/** A form that any elements have, but not none. */
function ofElements(
  write: (elements: readonly Gs1Element[], message: string | null) => Result<string>,
) {
  return ({ elements, message }: Writing): Result<string> =>
    elements.length > 0
      ? write(elements, message)
      : failure({ code: 'NO_ELEMENTS_TO_WRITE', rule: 'format', position: 0 })
}

const writers: Readonly<Record<keyof CodeForms, (writing: Writing) => Result<string>>> = {
  elementString: ofElements((elements) => success(writeElementString(elements))),
  fnc1: ofElements((elements) => success(writeFnc1(elements))),
  scanData: ofElements((elements, message) => writeScanData('Data Matrix', message ?? elements)),
  digitalLink: writeLink,
  epcUri: writeUri,
  epcHex: writeHex,
}
const formNames = Object.keys(writers) as (keyof CodeForms)[]

/**
 * Writes a code of whatever form in another.
 *
 * @example
 * convertCode(']d20109506000134352' + '21A1', 'digitalLink')
 * // { ok: true, value: 'https://id.gs1.org/01/09506000134352/21/A1' }
 */
export function convertCode(
  text: string,
  form: keyof CodeForms,
  options: ExplainOptions = {},
): Result<string> {
  const { result } = readAnything(text, options)
  return result.ok ? writers[form]({ ...result.value, options }) : result
}

function formsOf(writing: Writing): CodeForms {
  const written = formNames.map((name) => {
    const form = writers[name](writing)
    return [name, form.ok ? form.value : null] as const
  })
  return Object.fromEntries(written) as unknown as CodeForms
}

/**
 * Explains a code of whatever form: what it is, its elements with their titles, and the same in
 * every other form. What is wrong with it is an error with identifier, rule, position and sentence.
 *
 * @example
 * const { kind, forms } = explainCode('(01)09506000134352(21)A1', { companyPrefixLength: 7 })
 * kind // 'element string'
 * forms.digitalLink // 'https://id.gs1.org/01/09506000134352/21/A1'
 * forms.epcUri // 'urn:epc:id:sgtin:9506000.013435.A1'
 * explainCode('9506000134353').error.code // 'INCORRECT_CHECK_DIGIT'
 */
export function explainCode(text: string, options: ExplainOptions = {}): Explanation {
  const { kind, symbology, result } = readAnything(text, options)
  if (!result.ok) {
    const forms = Object.fromEntries(formNames.map((name) => [name, null])) as unknown as CodeForms
    const nothing = { elements: [], humanReadable: [], fields: [], forms }
    return { ok: false, kind, symbology, ...nothing, error: result.error }
  }
  const { elements, fields } = result.value
  return {
    ok: true,
    kind,
    symbology,
    elements: elements.map(({ ai, value }) => ({ ai, title: lookUpAi(ai)?.title ?? '', value })),
    humanReadable: humanReadable(elements),
    fields,
    forms: formsOf({ ...result.value, options }),
    error: null,
  }
}
