import { quote } from '../../domain/search/written-text.ts'

/** The search for the units that a field ties to a code: `lot:"L2406"`. */
export const searchFor = (field: string, code: string): string => `${field}:${quote(code)}`

/** Minutes east of UTC, where the browser is. */
export const timeZoneOffset = (): number => -new Date().getTimezoneOffset()
