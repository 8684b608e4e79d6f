import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useClient } from '../../data/session.ts'
import { isPassing } from '../../data/waiting.ts'
import { tell } from '../../feedback/feedback.ts'
import { ColumnTable } from '../../imports/column-table.tsx'
import { FileSettings } from '../../imports/file-settings.tsx'
import { withField, type ImportMapping } from '../../imports/mapping.ts'
import { SaveColumns, SavedColumns } from '../../imports/saved-columns.tsx'
import { usePlan, type PlanQuestion } from '../../imports/use-plan.ts'
import { useText } from '../../texts/texts.ts'
import { Columns, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { NativeSelect, TextInput } from '../../ui/parts.ts'
import { problemText } from '../../ui/problem-text.ts'
import { ErrorState, LoadingState } from '../../ui/states.tsx'
import { PlanReport } from './plan-report.tsx'

/** What the columns of an uploaded file mean, and what its import would do. */
export function ImportFile({ upload, name }: { upload: string; name: string }) {
  const t = useText('imports')
  const [question, setQuestion] = useState<PlanQuestion>({ upload })
  const { load, isLoading } = useLoad()
  const tried = usePlan(question)
  const { plan, error } = tried
  // What was chosen shows at once; what was guessed, when it is known.
  const mapping = question.mapping ?? (plan?.mapping as ImportMapping | undefined)
  const change = (more: Partial<PlanQuestion>) => setQuestion({ ...question, ...more })
  if (!mapping) {
    return error === undefined ? (
      <LoadingState lines={8} />
    ) : (
      <Panel>
        <ErrorState error={error} retry={tried.tryAgain} />
        <SheetField name={name} onChange={(sheet) => setQuestion({ upload, sheet })} />
      </Panel>
    )
  }
  return (
    <Columns>
      <Stack>
        <Panel
          title={t('columns.title')}
          count={t('columns.count', { count: mapping.columns.length })}
          actions={<SaveColumns mapping={mapping} usual={name.replace(/\.\w+$/, '')} />}
          flush
        >
          <FileSettings mapping={mapping} onChange={(next) => change({ mapping: next })}>
            <SheetChoice
              sheets={[plan?.sheet ?? '', ...(plan?.otherSheets ?? [])]}
              chosen={question.sheet ?? plan?.sheet ?? ''}
              onChoose={(sheet) => setQuestion({ upload, sheet })}
            />
            <SavedColumns
              onChoose={(saved) => {
                const { mapping: _, ...guessed } = question
                setQuestion(saved ? { ...question, mapping: saved } : guessed)
              }}
            />
          </FileSettings>
          <ColumnTable
            mapping={mapping}
            columns={plan?.columns ?? []}
            onChange={(header, field) => change({ mapping: withField(mapping, header, field) })}
          />
        </Panel>
      </Stack>
      <PlanReport
        tried={tried}
        question={question}
        isLoading={isLoading}
        onChange={change}
        onLoad={() => void load({ ...question, mapping: plan!.mapping as ImportMapping })}
      />
    </Columns>
  )
}

/** Begins the import, and goes to its page: the server goes on with it by itself. */
function useLoad() {
  const t = useText('imports')
  const client = useClient()
  const navigate = useNavigate()
  const [isLoading, setLoading] = useState(false)
  const load = async (input: PlanQuestion) => {
    setLoading(true)
    try {
      // The first line says which import it is.
      for await (const { run } of client.stream('loadImport', input)) {
        await navigate({ to: '/c/$company/imports/$run', params: { company: client.company, run } })
        return
      }
    } catch (reason) {
      const words = t(isPassing(reason) ? 'plan.unknown' : 'plan.nothing')
      tell({ kind: 'refused', words, detail: problemText(reason) })
    } finally {
      setLoading(false)
    }
  }
  return { load, isLoading }
}

/** Which sheet of a workbook is read, where it has several; another one is guessed anew. */
function SheetChoice({
  sheets,
  chosen,
  onChoose,
}: {
  sheets: readonly string[]
  chosen: string
  onChoose: (sheet: string) => void
}) {
  const t = useText('imports')
  if (sheets.length < 2) return null
  return (
    <NativeSelect
      label={t('columns.sheet')}
      value={chosen}
      data={sheets.toSorted()}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  )
}

/** Names the sheet of a workbook that cannot be read without; taken by Enter. */
function SheetField({ name, onChange }: { name: string; onChange: (sheet: string) => void }) {
  const t = useText('imports')
  if (!/\.xls[xm]$/i.test(name)) return null
  return (
    <TextInput
      label={t('columns.sheet')}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && onChange(currentTarget.value)}
    />
  )
}
