/** Fields that every unit can have; a named trait is `trait.NAME`. */
const fieldNames = ['item.code', 'site', 'order', 'lot']

/** For messages: what a field can be called. */
export const fieldsExpected = `${fieldNames.join(', ')}, trait.NAME`

/** Whether a name is one of the fields, or `trait.` and the name of a trait. */
export const isFieldName = (name: string): boolean =>
  fieldNames.includes(name) || /^trait\.[\p{L}\p{N}_. -]{1,60}$/u.test(name)
