import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { openWebClient, type WebClient } from '../../client/web-client.ts'

/** Code of the company whose screens are open; `-` outside of any. */
export const useCompany = (): string => {
  const { company } = useParams({ strict: false })
  return company ?? '-'
}

/** Asks the server about the company whose screens are open. */
export function useClient(): WebClient {
  const company = useCompany()
  return useMemo(
    () => openWebClient({ fetch: (...request) => fetch(...request), company }),
    [company],
  )
}
