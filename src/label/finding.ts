import type { Clause } from '../i18n/clause.ts'
import texts from '../i18n/en/findings.json' with { type: 'json' }
import { inEnglish, sayFrom } from '../i18n/english.ts'

/** Says what checks of labels have to say. */
export const say = sayFrom('findings', texts)

/** Something that a check of a label has to say: what is wrong, where, and what to do about it. */
export interface Finding {
  /** An `error` stops the label; a `warning` is shown and the label can be printed. */
  readonly level: 'error' | 'warning'
  /** Stable name of the kind of finding. */
  readonly code: FindingCode
  /** The element that it is about, such as `3 (barcode)`; null for the label as a whole. */
  readonly element: string | null
  readonly message: string
  /** What the message says, for faces that speak another language. */
  readonly said: Clause
}

export type FindingCode =
  | 'template_invalid'
  | 'outside_label'
  | 'field_missing'
  | 'field_invalid'
  | 'hidden_character'
  | 'letter_missing'
  | 'text_too_long'
  | 'code_invalid'
  | 'code_too_large'
  | 'x_dimension'
  | 'bar_height'
  | 'quiet_zone'
  | 'contrast'
  | 'picture_invalid'
  | 'unreadable'

/** Ends the work on one element with what is wrong with it. */
export class FindingError extends Error {
  readonly finding: Finding
  constructor(finding: Finding) {
    super(finding.message)
    this.finding = finding
  }
}

/** Makes a finding of what is said. */
export const finding = (
  level: Finding['level'],
  code: FindingCode,
  element: string | null,
  said: Clause,
): Finding => ({ level, code, element, message: inEnglish(said), said })

/** Ends the work on an element because it cannot be printed as it is. */
export function refuse(code: FindingCode, element: string | null, said: Clause): never {
  throw new FindingError(finding('error', code, element, said))
}

/** Whether the label must not be printed. */
export const isRefused = (findings: readonly Finding[]): boolean =>
  findings.some(({ level }) => level === 'error')
