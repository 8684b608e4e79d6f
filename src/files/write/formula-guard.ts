// What spreadsheets take for the start of a formula, some after a line break or tab, some in its
// full-width form (OWASP, CSV injection; ASVS 5.0, 1.2.10).
const dangerous = /^'*[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/
const plainNumber = /^-\d+(?:\.\d+)?$/

/**
 * Makes a text safe to open in a spreadsheet: one that would run as a formula gets a quotation mark
 * in front. So does one that has the mark already, so that an import, which takes away one mark,
 * gives back exactly what was exported. A plain negative number needs none.
 */
export function guardFormula(text: string): string {
  return dangerous.test(text) && !plainNumber.test(text) ? `'${text}` : text
}
