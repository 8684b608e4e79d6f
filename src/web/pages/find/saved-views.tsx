import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bookmark, X } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
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

/** Searches that were kept under a name. */
export function SavedViews({ q }: { q: string }) {
  const t = useText('find')
  const { company } = useClient()
  const mayRecord = useMay('record', company)
  const { data } = useOperation('listViews', { limit: 100 })
  const change = useChangeViews()
  const views = data?.views ?? []
  if (views.length === 0) return null
  return (
    <div className={styles.views}>
      {views.map(({ name, query, columns }) => (
        <span key={name} className={styles.view} data-open={query === q || undefined}>
          <Link
            to="/c/$company/find"
            params={{ company }}
            search={{ q: query, ...(columns.length > 0 && { columns }) }}
          >
            {name}
          </Link>
          {query === q && mayRecord && (
            <IconButton
              label={t('forget', { name })}
              size="sm"
              onClick={() => void change((client) => client.call('deleteView', { name }))}
            >
              <X />
            </IconButton>
          )}
        </span>
      ))}
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
            const isKept = await change((client) => client.call('saveView', view))
            if (!isKept) return
            setNaming(false)
            tell({ kind: 'done', words: t('kept'), detail: name })
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

/** Changes the kept searches and shows them anew; false when it was refused. */
function useChangeViews() {
  const client = useClient()
  const queries = useQueryClient()
  const t = useText('common')
  return async (work: (one: typeof client) => Promise<unknown>): Promise<boolean> => {
    try {
      await work(client)
      await queries.invalidateQueries({ queryKey: [client.company, 'listViews'] })
      return true
    } catch (error) {
      tell({ kind: 'refused', words: t('refused'), detail: problemText(error) })
      return false
    }
  }
}
