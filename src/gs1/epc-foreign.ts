/**
 * EPC schemes of other organisations (EPC Tag Data Standard 2.x, section 6.3): their form is
 * checked; they have no GS1 elements and no company prefix.
 */

import { unescapeEpc } from './epc-text.ts'
import { failure, success } from './problem.ts'
import type { Failure, Result } from './problem.ts'

/** One field: what it looks like once decoded, and the largest number where it is one. */
interface ForeignField {
  readonly form: RegExp
  readonly max?: bigint
}

const number = (bits: number): ForeignField => ({
  form: /^(?:0|[1-9]\d*)$/,
  max: (1n << BigInt(bits)) - 1n,
})
/** A CAGE code or a DoDAAC. */
const contractor: ForeignField = { form: /^[0-9A-HJ-NP-Z]{5,6}$/ }

/** General identifiers, the US Department of Defense, aircraft parts, freight containers, vessels. */
const foreignSchemes: Readonly<Record<string, readonly ForeignField[]>> = {
  gid: [number(28), number(24), number(36)],
  usdod: [contractor, number(36)],
  adi: [contractor, { form: /^[0-9A-Z/-]{0,32}$/ }, { form: /^#?[0-9A-Z/-]{1,30}$/ }],
  bic: [{ form: /^[A-Z]{3}[JUZ]\d{7}$/ }],
  imovn: [{ form: /^\d{7}$/ }],
}

/** Whether a scheme is one of other organisations. */
export function isForeign(name: string): boolean {
  return Object.hasOwn(foreignSchemes, name)
}

function refused(code: Failure['error']['code'], position: number, length: number): Failure {
  return failure({ code, rule: 'epc', position, length })
}

/** The decoded fields of a URI of such a scheme, from `start` on. */
export function readForeignFields(name: string, uri: string, start: number): Result<string[]> {
  const schemeFields = foreignSchemes[name]!
  const texts = uri.slice(start).split('.')
  if (texts.length !== schemeFields.length) {
    return refused('EPC_WRONG_NUMBER_OF_FIELDS', start, uri.length - start)
  }
  const values: string[] = []
  let at = start
  for (const [index, text] of texts.entries()) {
    const { form, max } = schemeFields[index]!
    const value = unescapeEpc(text)
    if (typeof value !== 'string') return refused(value.code, at + value.at, value.length)
    if (!form.test(value)) return refused('EPC_FIELD_CHARACTER', at, text.length)
    if (max !== undefined && BigInt(value) > max) {
      return refused('EPC_VALUE_TOO_LARGE', at, text.length)
    }
    values.push(value)
    at += text.length + 1
  }
  return success(values)
}
