import { useCallback, useState } from 'react'
import { useCompany } from '../data/session.ts'

/**
 * State of work that is under way: it outlives a reload of the page, and ends with the window.
 *
 * @param name tells it from other work, such as `move`
 */
export function useKeptState<T>(
  name: string,
  start: T,
): readonly [T, (next: (before: T) => T) => void] {
  const company = useCompany()
  const key = `seriatim.work.${company}.${name}`
  const [state, setState] = useState<T>(() => {
    const kept = sessionStorage.getItem(key)
    return kept === null ? start : (JSON.parse(kept) as T)
  })
  const change = useCallback(
    (next: (before: T) => T) =>
      setState((before) => {
        const after = next(before)
        sessionStorage.setItem(key, JSON.stringify(after))
        return after
      }),
    [key],
  )
  return [state, change]
}
