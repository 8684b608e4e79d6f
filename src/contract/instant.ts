/** A day, or a moment with its offset from UTC: `2013-07-01`, `2013-07-01T12:00Z`. */
const form =
  /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/

const dayMs = 86_400_000

/**
 * Reads a time that a person or program gave, as milliseconds UTC; undefined when it is none.
 *
 * @param day what a day without a time of day means: its first or its last millisecond
 */
export function readInstant(text: string, day: 'start' | 'end'): number | undefined {
  const parts = form.exec(text)
  if (!parts) return undefined
  const [, year, month, date, hour] = parts
  const midnight = new Date(`${year}-${month}-${date}T00:00Z`)
  // A day that the month does not have would be read as one of the next month.
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(date)) return undefined
  if (hour === undefined) return midnight.getTime() + (day === 'end' ? dayMs - 1 : 0)
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}
