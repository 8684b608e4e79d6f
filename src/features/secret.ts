import { createHmac, hash, randomBytes } from 'node:crypto'

/** A new secret of 256 bits, as text for cookies, links and headers. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** No secret is longer, whatever stands before it, in characters. */
export const secretLengthMax = 100

/** What is stored of a secret that nobody can guess: enough to know it again, not to use it. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'base64url')

/** What is stored of a code that could be guessed, such as a badge's: useless without the key. */
export const keyedHashOf = (key: string, code: string): string =>
  createHmac('sha256', key).update(code).digest('base64url')
