import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { openWebClient, type Session } from '../../client/web-client.ts'
import { queryClient } from './query-client.ts'

/** Asks about people and companies, whichever company is open. */
const server = openWebClient({ fetch: (...request) => fetch(...request), company: '-' })

const sessionQuery = queryOptions<Session>({
  queryKey: ['-', 'whoAmI'],
  queryFn: ({ signal }) => server.call('whoAmI', {}, { signal }),
  staleTime: 60_000,
})

/** Who is signed in, and what they may; asked once and kept. */
export const loadSession = (): Promise<Session> =>
  queryClient.query({ ...sessionQuery, staleTime: 'static' })

/** Takes over what signing in or out answered; everything that was shown is asked for anew. */
export function changeSession(session: Session): void {
  queryClient.clear()
  queryClient.setQueryData(sessionQuery.queryKey, session)
}

/** Asks anew who is signed in, after this browser became a station or ceased to be one. */
export const reloadSession = async (): Promise<void> => {
  await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
}

/** Who is signed in, inside the pages of a company. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data

/** Whether whoever is signed in may do what an operation needs, in a company. */
export function useMay(permission: Session['permissions'][number], company: string): boolean {
  const { permissions, companies } = useSession()
  const own = companies.find((one) => one.company === company)?.permissions ?? []
  return permissions.includes(permission) || own.includes(permission)
}
