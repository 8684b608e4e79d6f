import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 47.99rem)')

/** Whether the screen is a phone's: where the navigation is at the foot. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener)
      return () => narrow.removeEventListener('change', listener)
    },
    () => narrow.matches,
  )
