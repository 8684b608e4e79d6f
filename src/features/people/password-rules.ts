import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { passwordLength } from '../../contract/password-length.ts'
import { failWith } from '../../contract/problem.ts'

/** Bytes that are kept of the hash of each leaked password. */
const leakedHashBytes = 5

/** How a leaked password is looked up: letter case does not make it another one. */
export const leakedHashOf = (password: string): Buffer =>
  createHash('sha256').update(password.toLowerCase()).digest().subarray(0, leakedHashBytes)

let leaked: Buffer | undefined

/** Whether a password stands in the list of leaked ones. */
function isLeaked(password: string): boolean {
  leaked ??= readFileSync(new URL('./leaked-passwords.bin', import.meta.url))
  const wanted = leakedHashOf(password)
  let low = 0
  let high = leaked.length / leakedHashBytes
  while (low < high) {
    const middle = (low + high) >> 1
    const at = middle * leakedHashBytes
    const order = leaked.compare(wanted, 0, leakedHashBytes, at, at + leakedHashBytes)
    if (order === 0) return true
    if (order < 0) low = middle + 1
    else high = middle
  }
  return false
}

/** Why a password is not taken. */
type PasswordFault = 'short' | 'long' | 'pattern' | 'known' | 'leaked'

/**
 * Ends with a problem when a password must not be chosen, by OWASP ASVS 5.0 (6.2): long, no rules
 * of composition, none that is known to have leaked, none that is made of what everybody knows.
 *
 * @param words what an attacker knows: login, name, the system
 */
export function checkPassword(password: string, words: readonly string[]): void {
  const refuse = (why: PasswordFault, values = {}) =>
    failWith(`password_weak.${why}`, values, 'password')
  const text = password.normalize('NFKC')
  const length = [...text].length
  const { least, most } = passwordLength
  if (length < least) refuse('short', { least })
  if (length > most) refuse('long', { most })
  if (isMonotonous(text)) refuse('pattern')
  if (leftWithout(text, words).length < least / 2) refuse('known')
  if (isLeaked(text)) refuse('leaked')
}

/** Few different characters, a short piece again and again, or a run such as `abcdefghijkl`. */
function isMonotonous(text: string): boolean {
  const signs = [...text.toLowerCase()]
  if (new Set(signs).size < 5) return true
  for (let piece = 1; piece <= 6; piece += 1) {
    if (signs.every((sign, index) => sign === signs[index % piece])) return true
  }
  const steps = signs
    .slice(1)
    .map((sign, index) => sign.codePointAt(0)! - signs[index]!.codePointAt(0)!)
  const inRun = steps.filter(
    (step, index) => Math.abs(step) <= 1 && step === (steps[index - 1] ?? step),
  )
  return inRun.length >= steps.length * 0.75
}

/** What is left of a password without known words of three letters and more. */
function leftWithout(text: string, words: readonly string[]): string {
  const known = [
    'seriatim',
    ...words.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u)),
  ]
  return known
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), text.toLowerCase())
}
