import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bookmark, X } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import type { Outputs, WebClient } from '../../../client/web-client.ts'
import { useMay } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useClient } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Button, IconButton, Modal, TextInput } from '../../ui/parts.ts'
import { Stack } from '../../ui/page.tsx'
import { problemText } from '../../ui/problem-text.ts'
import styles from './saved-views.module.css'

type View = Outputs['listViews']['views'][number]

/** Searches that were kept under a name. */
export function SavedViews({ q }: { q: string }) {
  const t = useText('find')
  const { company } = useClient()
  const mayRecord = useMay('record', company)
  const { data } = useOperation('listViews', { limit: 100 })
  const change = useChangeViews()
  const views = data?.views ?? []
  const forget = ({ name, query, columns }: View) =>
    change(
      (client) => client.call('deleteView', { name }),
      { words: t('forgotten'), detail: name },
      (client) => client.call('saveView', { name, query, columns }),
    )
  if (views.length === 0) return null
  return (
    <div className={styles.views}>
      {views.map((view) => {
        const { name, query, columns } = view
        return (
          <span key={name} className={styles.view} data-open={query === q || undefined}>
            <Link
              to="/c/$company/find"
              params={{ company }}
              search={{ q: query, ...(columns.length > 0 && { columns }) }}
            >
              {name}
            </Link>
            {query === q && mayRecord && (
              <IconButton label={t('forget', { name })} size="sm" onClick={() => void forget(view)}>
                <X />
              </IconButton>
            )}
          </span>
        )
      })}
    </div>
  )
}

/** Keeps the search that is open under a name. */
export function KeepSearch({ q, columns }: { q: string; columns: readonly string[] | undefined }) {
  const t = useText('find')
  const { company } = useClient()
  const mayRecord = useMay('record', company)
  const { data } = useOperation('listViews', { limit: 100 })
  const [isNaming, setNaming] = useState(false)
  const change = useChangeViews()
  if (q === '' || !mayRecord || data?.views.some(({ query }) => query === q)) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<Bookmark aria-hidden />}
        onClick={() => setNaming(true)}
      >
        {t('keep')}
      </Button>
      <Modal opened={isNaming} onClose={() => setNaming(false)} title={t('keep')}>
        <NameForm
          onCancel={() => setNaming(false)}
          onName={async (name) => {
            const view = { name, query: q, ...(columns && { columns }) }
            const isKept = await change(
              (client) => client.call('saveView', view),
              { words: t('kept'), detail: name },
              (client) => client.call('deleteView', { name }),
            )
            if (isKept) setNaming(false)
          }}
        />
      </Modal>
    </>
  )
}

function NameForm(props: { onCancel: () => void; onName: (name: string) => Promise<void> }) {
  const { onCancel, onName } = props
  const t = useText('find')
  const [name, setName] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void onName(name.trim())
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          data-autofocus
          label={t('viewName')}
          value={name}
          maxLength={100}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <DialogEnd disabled={name.trim() === ''} onClose={onCancel} />
      </Stack>
    </form>
  )
}

type Work = (client: WebClient) => Promise<unknown>

/** Changes the kept searches and says so, with the way back; false when it was refused. */
function useChangeViews() {
  const client = useClient()
  const queries = useQueryClient()
  const t = useText('common')
  const attempt = async (work: Work): Promise<boolean> => {
    try {
      await work(client)
      await queries.invalidateQueries({ queryKey: [client.company, 'listViews'] })
      return true
    } catch (error) {
      tell({ kind: 'refused', words: t('refused'), detail: problemText(error) })
      return false
    }
  }
  return async (work: Work, said: { words: string; detail: string }, back: Work) => {
    const undo = async () => {
      if (await attempt(back)) tell({ kind: 'done', words: t('undone'), detail: said.detail })
    }
    const isDone = await attempt(work)
    if (isDone) tell({ kind: 'done', ...said, undo })
    return isDone
  }
}
