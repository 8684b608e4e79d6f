import { Pencil } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Outputs } from '../../client/web-client.ts'
import { useText } from '../texts/texts.ts'
import { Columns, Page, Stack } from '../ui/page.tsx'
import { Button } from '../ui/parts.ts'
import type { SubjectField } from './subject-field.ts'
import { SubjectForm, type ChangeableKind } from './subject-form.tsx'
import { SubjectHistory } from './subject-history.tsx'
import { useMaySetUp } from './use-may-set-up.ts'

interface SubjectPageProps {
  shown: Outputs['showSubject']
  title: string
  /** The line above the title: what it is, and the way back. */
  over: ReactNode
  /** What can be changed. */
  fields: readonly SubjectField[]
  changeTitle: string
  /** What names it besides its code, such as the item of a lot. */
  given?: Readonly<Record<string, unknown>>
  codeHint?: string
  /** What can be done with it besides. */
  actions?: ReactNode
  /** Called with its code when it was changed. */
  onRenamed?: (code: string) => void
  /** Beside the main part, over its history. */
  side?: ReactNode
  children: ReactNode
}

/** The page of an item, lot, party or order: what it is, and the way to change it. */
export function SubjectPage({
  shown,
  title,
  over,
  actions,
  side,
  children,
  ...change
}: SubjectPageProps) {
  const { subject } = shown
  const t = useText('things')
  const maySetUp = useMaySetUp(subject.kind)
  const [isChanging, setChanging] = useState(false)
  return (
    <Page
      title={title}
      over={over}
      actions={
        <>
          {actions}
          {maySetUp && (
            <Button
              variant="default"
              leftSection={<Pencil aria-hidden />}
              onClick={() => setChanging(true)}
            >
              {t('change')}
            </Button>
          )}
        </>
      }
    >
      <Columns>
        <Stack>{children}</Stack>
        <Stack>
          {side}
          <SubjectHistory {...shown} />
        </Stack>
      </Columns>
      {isChanging && (
        <SubjectForm
          kind={subject.kind as ChangeableKind}
          title={change.changeTitle}
          fields={change.fields}
          subject={subject}
          {...(change.given && { given: change.given })}
          onClose={() => setChanging(false)}
          {...(change.codeHint !== undefined && { codeHint: change.codeHint })}
          {...(change.onRenamed && { onDone: change.onRenamed })}
        />
      )}
    </Page>
  )
}
