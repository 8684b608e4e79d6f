import { Link } from '@tanstack/react-router'
import { Bookmark, X } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useMay } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useClient } from '../../data/session.ts'
import { useWayBack } from '../../data/way-back.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Button, IconButton, Modal, TextInput } from '../../ui/parts.ts'
import { Stack } from '../../ui/page.tsx'
import { Complaint } from '../door/door.tsx'
import styles from './saved-views.module.css'

type View = Outputs['listViews']['views'][number]

/** Searches that were kept under a name. */
export function SavedViews({ q }: { q: string }) {
  const t = useText('find')
  const { company } = useClient()
  const mayRecord = useMay('record', company)
  const { data } = useOperation('listViews', { limit: 100 })
  const { ask, problem } = useAsk()
  const wayBack = useWayBack()
  const views = data?.views ?? []
  const forget = async ({ name, query, columns }: View) => {
    if (!(await ask('deleteView', { name }))) return
    const undo = wayBack('saveView', { name, query, columns }, { detail: name })
    tell({ kind: 'done', words: t('forgotten'), detail: name, undo })
  }
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
      {problem && <p role="alert">{problem.text}</p>}
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
  const { ask, problem } = useAsk()
  const wayBack = useWayBack()
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
        <Complaint problem={problem} />
        <NameForm
          onCancel={() => setNaming(false)}
          onName={async (name) => {
            const view = { name, query: q, ...(columns && { columns }) }
            if (!(await ask('saveView', view))) return
            const undo = wayBack('deleteView', { name }, { detail: name })
            tell({ kind: 'done', words: t('kept'), detail: name, undo })
            setNaming(false)
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
