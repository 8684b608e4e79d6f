import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Company, WebClient } from '../../client/web-client.ts'
import { openClient } from '../data/open-client.ts'
import { queryClient } from '../data/query-client.ts'
import { useCompany } from '../data/session.ts'

/** Asks about companies, whichever of them is open. */
export const serverClient: WebClient = openClient('-')

// Not under the key of a company: what is recorded there changes nothing about it.
const companiesQuery = queryOptions({
  queryKey: ['-', 'listCompanies'],
  queryFn: ({ signal }) => serverClient.call('listCompanies', {}, { signal }),
  staleTime: 60_000,
})

/** The companies that whoever is signed in may look at. */
export const useCompanies = () => useQuery(companiesQuery)

/** Has the list of companies asked for anew, after it has changed. */
export const refreshCompanies = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: companiesQuery.queryKey })

/** The company whose screens are open, once it is known. */
export function useThisCompany(): Company | undefined {
  const company = useCompany()
  return useCompanies().data?.companies.find((one) => one.company === company)
}

/** What people call a company; its code where they may not look at it. */
export function useCompanyName(): (company: string) => string {
  const companies = useCompanies().data?.companies
  return (company) => companies?.find((one) => one.company === company)?.name ?? company
}

/** The company of one's own to go to: the one that opens first, or any other. */
export function useOwnCompany(): string {
  const own = (useCompanies().data?.companies ?? []).filter(({ demo }) => demo === null)
  return (own.find(({ isUsual }) => isUsual) ?? own[0])?.company ?? 'main'
}
