import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** Whether changes of others reach this screen. */
export type LiveState = 'on' | 'connecting' | 'off'

/** Least time between two refreshes, in milliseconds: many scans at once are one refresh. */
const refreshMs = 300

/** Follows the changes of a company, and brings what is on the screen up to date. */
export function useLiveChanges(company: string): LiveState {
  const queries = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const source = new EventSource(`/api/${encodeURIComponent(company)}/changes`)
    const refresh = () => {
      timer = undefined
      void queries.invalidateQueries({ queryKey: [company] })
    }
    let wasOff = false
    source.addEventListener('open', () => {
      setState('on')
      // What happened while nobody listened is not sent again to a page that never heard of it.
      if (wasOff) refresh()
      wasOff = false
    })
    source.addEventListener('error', () => {
      wasOff = true
      setState(source.readyState === EventSource.CLOSED ? 'off' : 'connecting')
    })
    source.addEventListener('message', () => (timer ??= setTimeout(refresh, refreshMs)))
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [company, queries])
  return state
}
