/** Text as it is written in a search, quoted where it would be read otherwise. */

// Letters and digits with harmless marks between. Two dots would be a range.
const bareWord = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_/#+-]|\.(?!\.|$))*$/u
const bareValue = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_/#+:=@&%-]|\.(?!\.|$))*$/u
const keyword = /^(?:AND|OR|NOT)$/

/** Text in quotes, with quotes and backslashes in it escaped. */
export const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** Text of a value that is read back as itself. */
export const writeValue = (text: string): string => (bareValue.test(text) ? text : quote(text))

/** Text without a field that is read back as itself. */
export const writeWord = (text: string): string =>
  bareWord.test(text) && !keyword.test(text) ? text : quote(text)

/** A pattern that is read back as itself, its segments written as values or words are. */
export const writePattern = (
  segments: readonly string[],
  write: (text: string) => string,
): string => segments.map((segment) => (segment === '' ? '' : write(segment))).join('*')
