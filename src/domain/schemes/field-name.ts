/** Fields that every unit can have; a named trait is `trait.NAME`. */
export const fieldNames = ['item.code', 'site', 'order', 'lot']

/** Whether a name is one of the fields, or `trait.` and the name of a trait. */
export const isFieldName = (name: string): boolean =>
  fieldNames.includes(name) || /^trait\.[\p{L}\p{N}_. -]{1,60}$/u.test(name)
