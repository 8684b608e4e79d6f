export {
  computeCheckDigit,
  validateCheckDigit,
  computeCheckPair,
  validateCheckPair,
  normaliseGtin,
} from './check-digit.ts'
export type { Gtin, GtinForm } from './check-digit.ts'
export type { Problem, ProblemCode, Result, Success, Failure } from './problem.ts'
