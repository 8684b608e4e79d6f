import { useParams } from '@tanstack/react-router'
import { createContext, useContext, useMemo } from 'react'
import { openWebClient, type WebClient } from '../../client/web-client.ts'

/** Stands for a client in tests and where a page works without a company. */
export const ClientContext = createContext<WebClient | undefined>(undefined)

/** Code of the company whose screens are open; `-` outside of any. */
export const useCompany = (): string => {
  const { company } = useParams({ strict: false })
  return company ?? '-'
}

/** Asks the server about the company whose screens are open. */
export function useClient(): WebClient {
  const given = useContext(ClientContext)
  const company = useCompany()
  return useMemo(
    () => given ?? openWebClient({ fetch: (...request) => fetch(...request), company }),
    [given, company],
  )
}
