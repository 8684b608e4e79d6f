import type { UseQueryResult } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../texts/texts.ts'
import { Button } from './parts.ts'
import { problemOf, problemText } from './problem-text.ts'
import styles from './states.module.css'

/** Nothing is there yet: says so, why that is fine, and what to do first. */
export function EmptyState({
  title,
  detail,
  picture,
  children,
}: {
  title: string
  detail?: string
  picture?: ReactNode
  /** What can be done about it. */
  children?: ReactNode
}) {
  return (
    <div className={styles.state}>
      <div className={styles.picture} aria-hidden>
        {picture ?? <Ticks />}
      </div>
      <p className={styles.title}>{title}</p>
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  )
}

/** The mark of Seriatim with the last place empty: one after another, and the next one is free. */
const Ticks = () => (
  <svg viewBox="0 0 64 32" width="96" height="48" fill="none" strokeWidth="3" strokeLinecap="round">
    <path d="M6 6v20M16 12v14M26 6v20M36 12v14" stroke="var(--line-strong)" />
    <path d="M46 6v20" stroke="var(--mark)" strokeDasharray="1 6" />
    <path d="M56 12v14" stroke="var(--line)" strokeDasharray="1 6" />
  </svg>
)

/** Something could not be shown: the sentence that says why, and the way to try again. */
export function ErrorState({
  error,
  retry,
  instead,
}: {
  error: unknown
  retry?: () => void
  /** What can be done where there is nothing. */
  instead?: ReactNode
}) {
  const t = useText('common')
  // What is not there is not there the next time either, and who may not, may not.
  const status = problemOf(error)?.status
  const isMissing = status === 404
  const isClosed = status === 403
  return (
    <div className={styles.state} role="alert">
      <CircleAlert className={styles.alert} aria-hidden />
      <p className={styles.title}>
        {t(isMissing ? 'notFound' : isClosed ? 'notAllowed' : 'wentWrong')}
      </p>
      <p className={styles.detail}>{problemText(error)}</p>
      {retry && !isMissing && !isClosed && (
        <Button variant="default" onClick={retry}>
          {t('tryAgain')}
        </Button>
      )}
      {isMissing && instead && <div className={styles.actions}>{instead}</div>}
    </div>
  )
}

/** The shape of what is coming. */
export function LoadingState({ lines = 4 }: { lines?: number }) {
  const t = useText('common')
  return (
    <div className={styles.loading} role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} />
      ))}
    </div>
  )
}

/** Shows an answer, or that it is on its way, or why it does not come. */
export function Answered<T>({
  query,
  lines = 4,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  lines?: number
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  return <LoadingState lines={lines} />
}
