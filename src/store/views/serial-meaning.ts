import type { SerialMeaning } from '../../contract/schemes.ts'
import { inEnglish } from '../../i18n/english.ts'
import { knownValues } from '../../domain/schemes/align-serial.ts'
import { readingFacts, readingSentence } from '../../domain/schemes/describe-reading.ts'
import { parseScheme } from '../../domain/schemes/parse-scheme.ts'
import { readSerial, type Reading } from '../../domain/schemes/read-serial.ts'
import type { Scheme } from '../../domain/schemes/scheme.ts'
import type { Store } from '../store.ts'
import type { Named } from './names.ts'
import { subjectByCode } from './subject-by-code.ts'

/** What is known of the unit whose serial is read. */
export interface SerialOwner {
  readonly serial: string | null
  readonly item: Named | null
  readonly lot: Named | null
  readonly order: Named | null
}

/**
 * What the serial of a unit says, by the scheme of its item or one that the item had before;
 * `null` where none of them made it.
 *
 * @param patterns those of the schemes of the item, as the store has them
 */
export async function serialMeaningOf(
  store: Store,
  { serial, item, lot, order }: SerialOwner,
  patterns: readonly string[],
): Promise<SerialMeaning | null> {
  if (serial === null || item === null || patterns.length === 0) return null
  const known = knownValues({
    'item.code': [item.code],
    ...(lot && { lot: [lot.code] }),
    ...(order && { order: [order.code] }),
  })
  for (const pattern of patterns) {
    const scheme = parseScheme(pattern)
    if (!scheme.ok) continue
    // The item may have had another code when the serial was made.
    const close = readSerial(scheme.value, serial, { known })
    const reading = close.ok ? close : readSerial(scheme.value, serial)
    if (reading.ok && reading.value.serial.toUpperCase() === serial.toUpperCase()) {
      return spell(store, scheme.value, reading.value, item)
    }
  }
  return null
}

/** Puts what a serial says into words, with the names of the places that it names. */
export async function spell(
  store: Store,
  { pattern }: Scheme,
  reading: Reading,
  item: Pick<Named, 'code' | 'name'> | null,
): Promise<SerialMeaning> {
  const { site } = reading.fields
  const place = site === undefined ? undefined : await subjectByCode(store, 'location', site)
  const facts = readingFacts(reading, (field, code) => {
    if (field === 'site') return place?.data.name
    const isItem = field === 'item.code' && item?.code.toUpperCase() === code.toUpperCase()
    return isItem ? (item.name ?? undefined) : undefined
  })
  const { serial, check } = reading
  const said = readingSentence(facts)
  return { pattern, serial, check, facts, sentence: inEnglish(said), said }
}
