import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Subject } from '../../client/web-client.ts'
import type { OrderStatus } from '../../domain/subject-words.ts'
import { Page } from '../ui/page.tsx'
import { Button } from '../ui/parts.ts'
import type { SubjectField } from './subject-field.ts'
import { SubjectForm, type ChangeableKind } from './subject-form.tsx'
import { SubjectList } from './subject-list.tsx'
import { useMaySetUp } from './use-may-set-up.ts'

/** Everything of a kind, and the way to make another. */
export function SubjectListPage({
  kind,
  title,
  newTitle,
  fields,
  empty,
  renderRow,
  status,
  aside,
  onMade,
}: {
  kind: ChangeableKind
  title: string
  newTitle: string
  /** What a new one is asked for. */
  fields: readonly SubjectField[]
  empty: { title: string; detail: string }
  renderRow: (subject: Subject) => ReactNode
  /** Only the orders that stand so. */
  status?: OrderStatus | undefined
  /** Beside the field that narrows the list. */
  aside?: ReactNode
  /** Called with the code of a new one. */
  onMade: (code: string) => void
}) {
  const [isCreating, setCreating] = useState(false)
  const maySetUp = useMaySetUp(kind)
  const create = () => setCreating(true)
  return (
    <Page
      title={title}
      actions={
        maySetUp && (
          <Button leftSection={<Plus aria-hidden />} onClick={create}>
            {newTitle}
          </Button>
        )
      }
    >
      <SubjectList
        kind={kind}
        empty={empty}
        status={status}
        aside={aside}
        {...(maySetUp && { onCreate: create })}
        renderRow={renderRow}
      />
      {isCreating && (
        <SubjectForm
          kind={kind}
          title={newTitle}
          fields={fields}
          onClose={() => setCreating(false)}
          onDone={onMade}
        />
      )}
    </Page>
  )
}
