import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Session } from '../../client/web-client.ts'
import { openClient } from './open-client.ts'
import { queryClient } from './query-client.ts'
import { sessionIsBack } from './session-end.ts'

/** Asks about people and companies, whichever company is open. */
const server = openClient('-')

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
  sessionIsBack()
}

/** Goes on with what is on the screen, after the same person signed in again. */
export async function resumeSession(session: Session): Promise<void> {
  queryClient.setQueryData(sessionQuery.queryKey, session)
  sessionIsBack()
  await queryClient.invalidateQueries()
}

/** Asks the server who is signed in now, whatever is known. */
export const askSession = (): Promise<Session> => server.call('whoAmI', {})

/** Asks anew who is signed in, after this browser became a station or ceased to be one. */
export const reloadSession = async (): Promise<void> => {
  await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
}

/**
 * The company to open for whoever is signed in: the one that is meant, or another where they may
 * not; null when there is none.
 */
export async function openableCompany(meant: string): Promise<string | null> {
  const choose = ({ companies }: Session) =>
    companies.find(({ company }) => company === meant) ?? null
  const known = choose(await loadSession())
  if (known) return known.company
  // It may have been made, or given to them, since it was asked.
  const fresh = await queryClient.query({ ...sessionQuery, staleTime: 0 })
  return (choose(fresh) ?? fresh.companies[0])?.company ?? null
}

/** Who is signed in, inside the pages of a company. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data

/** Whether whoever is signed in may do what an operation needs, in a company. */
export function useMay(permission: Session['permissions'][number], company: string): boolean {
  const { permissions, companies } = useSession()
  const own = companies.find((one) => one.company === company)?.permissions ?? []
  return permissions.includes(permission) || own.includes(permission)
}
