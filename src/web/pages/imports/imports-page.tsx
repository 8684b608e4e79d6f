import { Link } from '@tanstack/react-router'
import { FileUp } from 'lucide-react'
import type { ImportRun } from '../../../client/web-client.ts'
import { useMay } from '../../data/identity.ts'
import { usePages } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { StateTag } from '../../imports/state-tag.tsx'
import { UndoButton } from '../../imports/undo-button.tsx'
import { useText } from '../../texts/texts.ts'
import { List, ListItem, Tag } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { TimeText } from '../../ui/time-text.tsx'

/** What was imported, by whom, and the way to take it back. */
export function ImportsPage() {
  const t = useText('imports')
  const common = useText('common')
  const company = useCompany()
  const mayImport = useMay('manage', company)
  const query = usePages('listImports', {})
  const begin = mayImport && (
    <Button
      leftSection={<FileUp aria-hidden />}
      renderRoot={(props) => (
        <Link {...props} to="/c/$company/import" params={{ company }} search={{}} />
      )}
    >
      {t('importFile')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={begin}>
      <Panel flush>
        <Answered query={query}>
          {(pages) => {
            const runs = pages.flatMap(({ imports }) => imports)
            if (runs.length === 0) {
              return (
                <EmptyState title={t('none')} detail={t('noneDetail')}>
                  {begin}
                </EmptyState>
              )
            }
            return (
              <List>
                {runs.map((run) => (
                  <RunItem key={run.run} run={run} mayUndo={mayImport} />
                ))}
              </List>
            )
          }}
        </Answered>
      </Panel>
      {query.hasNextPage && (
        <Button variant="default" onClick={() => void query.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </Page>
  )
}

function RunItem({ run, mayUndo }: { run: ImportRun; mayUndo: boolean }) {
  const t = useText('imports')
  const common = useText('common')
  const company = useCompany()
  const { file, actor, started, counts, batch, state } = run
  const isUndoable = batch !== null && state !== 'running' && state !== 'undone'
  return (
    <ListItem
      title={
        <Link to="/c/$company/imports/$run" params={{ company, run: run.run }}>
          <bdi>{file}</bdi>
        </Link>
      }
      detail={
        <>
          <TimeText time={started} /> · {t('run.by', { actor })} ·{' '}
          {t('run.rows', { count: counts.rows })}
        </>
      }
      marks={
        <>
          <StateTag state={state} />
          {counts.refused > 0 && (
            <Tag tone="refused">
              {t('counts.refused')}: {common('count', { value: counts.refused })}
            </Tag>
          )}
        </>
      }
      actions={mayUndo && isUndoable && <UndoButton batch={batch} />}
    />
  )
}
