import type { Said } from '../i18n/clause.ts'
import { inEnglish } from '../i18n/english.ts'

/** A part of a code that was read: what it is called and what it says, in English and as said. */
export interface Fact {
  readonly name: string
  readonly value: string
  readonly said: { readonly name: Said; readonly value: Said }
}

/** A part of a code, such as `week` and `31`. */
export const fact = (name: Said, value: Said): Fact => ({
  name: inEnglish(name),
  value: inEnglish(value),
  said: { name, value },
})
