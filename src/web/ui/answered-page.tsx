import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Page } from './page.tsx'
import { Panel } from './panel.tsx'
import { SerialText } from './serial-text.tsx'
import { ErrorState, LoadingState } from './states.tsx'

/**
 * A page about one thing, when it is known. While it is on its way, and where it does not exist,
 * the page has its name and says so.
 */
export function AnsweredPage<T>({
  query,
  name,
  instead,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  /** The code by which it was asked for. */
  name: string
  /** What can be done where it does not exist. */
  instead?: ReactNode
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  return (
    <Page title={name} heading={<SerialText serial={name} size="xl" />}>
      <Panel>
        {query.error ? (
          <ErrorState error={query.error} retry={() => void query.refetch()} instead={instead} />
        ) : (
          <LoadingState lines={6} />
        )}
      </Panel>
    </Page>
  )
}
