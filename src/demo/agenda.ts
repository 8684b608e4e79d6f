/** What is planned for later days of a story. */
export interface Agenda {
  /** Plans something for the day with this index; for a day that has begun, it is for the next. */
  plan(index: number, work: () => void): void
  /** Does what is planned for a day, in the order in which it was planned. */
  begin(index: number): void
}

/** Opens an empty agenda. */
export function openAgenda(): Agenda {
  const planned = new Map<number, (() => void)[]>()
  let today = -1
  return {
    plan(index, work) {
      const later = Math.max(index, today + 1)
      planned.set(later, [...(planned.get(later) ?? []), work])
    },
    begin(index) {
      today = index
      for (const work of planned.get(index) ?? []) work()
      planned.delete(index)
    },
  }
}
