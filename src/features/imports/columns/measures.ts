/** Words for single pieces, in the languages of the headers that are known. */
const pieces = /^(pcs?|pieces?|each|ea|nos?|numbers?|units?|st(k|ü?ck)?|unidades?|pièces?)\.?$/i

/** Whether a unit of measure is of an amount, such as kg, and not of single pieces. */
export const isMeasured = (measure: string | undefined): boolean =>
  measure !== undefined && !pieces.test(measure)
