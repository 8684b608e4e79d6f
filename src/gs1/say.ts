import gs1 from '../i18n/en/gs1.json' with { type: 'json' }
import { sayFrom } from '../i18n/english.ts'

/**
 * Every refusal of this package in words: what is wrong, then what to do. Codes that the GS1
 * reference engine has too are spelled as there.
 */
export const sentences = gs1.problem

/** Says the texts of GS1 codes. */
export const say = /* @__PURE__ */ sayFrom('gs1', gs1)
