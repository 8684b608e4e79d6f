import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Leads from the page of an item, place … that is no more to the list that it stood in. */
export function useLeave(): (code: string) => void {
  const router = useRouter()
  return useCallback(
    (code) => {
      const { pathname } = router.latestLocation
      const [list, own] = /^(.*?)(?:\/lots)?\/([^/]*)$/.exec(pathname)?.slice(1) ?? []
      if (list !== undefined && own !== undefined && decodeURIComponent(own) === code) {
        void router.navigate({ to: list as never, replace: true })
      }
    },
    [router],
  )
}
