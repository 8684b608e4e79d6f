import { foldLookAlikes } from './alphabet.ts'
import { isoWeek } from './calendar.ts'
import type { CalendarDate } from './calendar.ts'
import { fieldNames, isFieldName } from './field-name.ts'
import { expected, good, isByWeek, refuse, say } from './scheme.ts'
import type { CounterPart, Result, Scheme, SerialParts } from './scheme.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** Periods that a counter can restart for: their text, and what must be printed to tell them. */
const periods: Readonly<
  Record<string, { text: (date: CalendarDate, byWeek: boolean) => string; shownBy: string[] }>
> = {
  year: {
    text: (date, byWeek) => String(byWeek ? isoWeek(date).year : date.year),
    shownBy: ['', 'MM', 'DD', 'MM DD', 'WW', 'JJJ'],
  },
  month: { text: ({ year, month }) => `${year}-${two(month)}`, shownBy: ['MM', 'MM DD', 'JJJ'] },
  week: {
    text: (date) => `${isoWeek(date).year}-W${two(isoWeek(date).week)}`,
    shownBy: ['WW', 'MM DD', 'JJJ'],
  },
  day: {
    text: ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
    shownBy: ['MM DD', 'JJJ'],
  },
}

/** Understands what follows the slash of a counter: names joined by `+`, or `all`. */
export function parseScope(text: string, at: number): Result<readonly string[]> {
  if (text === 'all') return good([])
  const scope: string[] = []
  let position = at
  for (const name of text.split('+')) {
    const full = name === 'item' ? 'item.code' : name
    if (!isFieldName(full) && !Object.hasOwn(periods, full)) {
      return expected(position, 'scope', {
        fields: fieldNames.join(', '),
        periods: Object.keys(periods).join(', '),
        name,
      })
    }
    scope.push(full)
    position += name.length + 1
  }
  return good(scope)
}

/** Whether the serial itself tells for which value of a part of its scope it was counted. */
export function isShown(scheme: Scheme, scope: string): boolean {
  const printed = scheme.parts.flatMap<string>((part) =>
    part.kind === 'field' || part.kind === 'date' ? [part.name] : [],
  )
  const period = periods[scope]
  if (!period) return printed.includes(scope)
  const days = ['MM', 'DD', 'WW', 'JJJ'].filter((name) => printed.includes(name)).join(' ')
  return printed.some((name) => name.startsWith('YY')) && period.shownBy.includes(days)
}

/**
 * The name of a counter: every serial with the same name takes its number from the same count.
 *
 * `before` is the text before the counter. Spelling variants that a reader takes for equal share
 * a count, and so do schemes that would write the same text, so that neither can meet the other.
 */
export function nameCounter(scheme: Scheme, before: string, parts: SerialParts): Result<string> {
  const { counter } = scheme
  if (!counter.scope) return good(`${foldLookAlikes(before)}{${counterText(counter)}}`)
  const values: string[] = []
  for (const name of counter.scope) {
    const period = periods[name]
    const value = period
      ? parts.date && period.text(parts.date, isByWeek(scheme))
      : parts.fields[name]
    if (!value) {
      const said = say(period ? 'counterDate' : 'counterValue', { scope: name })
      return refuse('scheme.value', said, { field: period ? 'date' : name })
    }
    values.push(`${name}=${encodeURIComponent(foldLookAlikes(value))}`)
  }
  return good(`{${counterText(counter)}/${values.join('+')}}`)
}

const counterText = ({ unguessable, width, base }: CounterPart): string =>
  `${unguessable ? 'random' : 'seq'}:${width}:${base}`
