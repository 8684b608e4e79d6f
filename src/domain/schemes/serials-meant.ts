import { dropSeparators, foldLookAlikes } from './alphabet.ts'
import { parseScheme } from './parse-scheme.ts'
import { readSerial } from './read-serial.ts'

/**
 * The serials that a hand can have meant by a text which names nothing: as the schemes write them,
 * with O read as 0, I and L as 1, and hyphens as they belong. A wrong check character means none.
 */
export function serialsMeant(patterns: Iterable<string>, typed: string): string[] {
  const loose = foldLookAlikes(dropSeparators(typed))
  const found = new Set<string>()
  for (const pattern of patterns) {
    // Of many schemes most begin otherwise: these need not be understood.
    const begin = /^[^{}]*/.exec(pattern)?.[0] ?? ''
    if (!loose.startsWith(foldLookAlikes(dropSeparators(begin)))) continue
    const scheme = parseScheme(pattern)
    if (!scheme.ok) continue
    const reading = readSerial(scheme.value, typed)
    if (!reading.ok || reading.value.check === 'wrong') continue
    if (reading.value.serial !== typed) found.add(reading.value.serial)
  }
  return [...found]
}
