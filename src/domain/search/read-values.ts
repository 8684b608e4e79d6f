import type { ValueType } from './field-definition.ts'
import { readNumberValue, readTime } from './read-amounts.ts'
import {
  checkForward,
  flagOf,
  patternOf,
  readCode,
  readFlag,
  readPlain,
  readText,
  readWords,
} from './read-text.ts'
import type { Match } from './search-query.ts'
import type { Atom } from './tokens.ts'
import { attempt, type ValueContext } from './value-context.ts'

interface ValueReader {
  /** Whether there is a more and a less of it. */
  readonly isOrdered: boolean
  readonly read: (atom: Atom, context: ValueContext) => Match | readonly Match[]
}

/** A trait that nobody described: whatever the value can be, it may be meant as. */
function readUnknown(atom: Atom, context: ValueContext): Match {
  const pattern = patternOf(atom, context)
  if (pattern) return pattern
  const number = attempt(() => readNumberValue(atom, context), 'number_invalid')
  const time = attempt(() => readTime(true)(atom, context), 'date_invalid')
  const text = readPlain(atom, context)
  if (number === null && time === null) checkForward(atom, text)
  const flag = text.kind === 'text' ? flagOf(text.text) : null
  return { kind: 'readings', text, number, time, flag }
}

/** How the values of each type are read. */
export const valueReaders: Readonly<Record<ValueType, ValueReader>> = {
  code: { isOrdered: false, read: readCode },
  text: { isOrdered: true, read: readText },
  reference: { isOrdered: false, read: readText },
  words: { isOrdered: false, read: readWords },
  moment: { isOrdered: true, read: readTime(false) },
  day: { isOrdered: true, read: readTime(true) },
  number: { isOrdered: true, read: readNumberValue },
  flag: { isOrdered: false, read: readFlag },
  unknown: { isOrdered: true, read: readUnknown },
}
