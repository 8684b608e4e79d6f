import { Plus } from 'lucide-react'
import { useDeferredValue, useState, type ReactNode } from 'react'
import type { Subject } from '../../client/web-client.ts'
import type { OrderStatus } from '../../domain/subject-words.ts'
import { usePages } from '../data/operations.ts'
import { useText } from '../texts/texts.ts'
import { Panel } from '../ui/panel.tsx'
import { Button, TextInput } from '../ui/parts.ts'
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx'
import styles from './rows.module.css'

type Kind = Subject['kind']

/** Everything of a kind by code, narrowed by the words that one types. */
export function SubjectList({
  kind,
  renderRow,
  empty,
  status,
  aside,
  onCreate,
}: {
  kind: Kind
  /** A link that shows one of them, with the class `row`. */
  renderRow: (subject: Subject) => ReactNode
  empty: { title: string; detail: string }
  /** Only the orders that stand so. */
  status?: OrderStatus | undefined
  /** Beside the field that narrows the list. */
  aside?: ReactNode
  onCreate?: () => void
}) {
  const t = useText('things')
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const input = { kind, limit: 100, ...(status && { status }), ...(words !== '' && { words }) }
  const pages = usePages('listSubjects', input, { keepsFormer: true })
  const subjects = pages.data?.flatMap(({ subjects: own }) => own)
  return (
    <>
      <div className={styles.narrow}>
        <TextInput
          type="search"
          aria-label={t('narrow')}
          placeholder={t('narrow')}
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        {aside}
      </div>
      <Panel flush>
        {pages.error && <ErrorState error={pages.error} retry={() => void pages.refetch()} />}
        {!pages.error && subjects === undefined && <LoadingState lines={6} />}
        {subjects?.length === 0 && <NoRows words={words} empty={empty} onCreate={onCreate} />}
        {subjects && subjects.length > 0 && (
          <ul className={styles.rows}>
            {subjects.map((subject) => (
              <li key={subject.id}>{renderRow(subject)}</li>
            ))}
          </ul>
        )}
        <MoreRows pages={pages} />
      </Panel>
    </>
  )
}

function NoRows({
  words,
  empty,
  onCreate,
}: {
  words: string
  empty: { title: string; detail: string }
  onCreate: (() => void) | undefined
}) {
  const t = useText('things')
  if (words !== '') {
    return <EmptyState title={t('nothingLike', { words })} detail={t('nothingLikeDetail')} />
  }
  return (
    <EmptyState {...empty}>
      {onCreate && (
        <Button leftSection={<Plus aria-hidden />} onClick={onCreate}>
          {t('create')}
        </Button>
      )}
    </EmptyState>
  )
}

function MoreRows({ pages }: { pages: ReturnType<typeof usePages<'listSubjects'>> }) {
  const t = useText('things')
  if (!pages.hasNextPage) return null
  return (
    <div className={styles.more}>
      <Button
        variant="default"
        loading={pages.isFetchingNextPage}
        onClick={() => void pages.fetchNextPage()}
      >
        {t('showMore')}
      </Button>
    </div>
  )
}

/** What stands in a row of a list: the code, the name below it, and what is known besides. */
export function SubjectRow({
  code,
  name,
  where,
  end,
}: {
  code: string
  name?: unknown
  where?: ReactNode
  end?: ReactNode
}) {
  return (
    <>
      <span className={styles.main}>
        <span className={styles.code} dir="ltr">
          {code}
        </span>
        {typeof name === 'string' && <span className={styles.under}>{name}</span>}
      </span>
      <span className={styles.where}>{where}</span>
      <span className={styles.end}>{end}</span>
    </>
  )
}
