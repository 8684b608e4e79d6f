import { useParams } from '@tanstack/react-router'
import { createContext, useContext, useMemo } from 'react'
import type { WebClient } from '../../client/web-client.ts'
import { openClient } from './open-client.ts'

/** The client of another company than the one that is open, for a part of a page. */
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
  return useMemo(() => given ?? openClient(company), [given, company])
}
