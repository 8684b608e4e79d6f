import { getRouteApi, Link } from '@tanstack/react-router'
import { Download, FileUp, Search } from 'lucide-react'
import { useEffect } from 'react'
import type { ImportRun } from '../../../client/web-client.ts'
import { useMay } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useClient } from '../../data/session.ts'
import { CountList } from '../../imports/count-list.tsx'
import styles from '../../imports/imports.module.css'
import { ProblemList } from '../../imports/problem-list.tsx'
import { StateTag } from '../../imports/state-tag.tsx'
import { UndoButton } from '../../imports/undo-button.tsx'
import { useSaid } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { Page, Row, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { Answered } from '../../ui/states.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { RunProgress } from './run-progress.tsx'

const route = getRouteApi('/c/$company/imports/$run')

/** How often the progress is asked for, in milliseconds. */
const askedEveryMs = 500

/** One import: how far it is, or what came of it. */
export function ImportRunPage() {
  const t = useText('imports')
  const { run, company } = route.useParams()
  const query = useOperation('showImport', { run })
  const isRunning = query.data?.state === 'running'
  const { refetch } = query
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setInterval(() => void refetch(), askedEveryMs)
    return () => clearInterval(timer)
  }, [isRunning, refetch])
  const file = query.data?.file ?? ''
  return (
    <Page
      title={t('run.title', { file })}
      over={
        <Link to="/c/$company/imports" params={{ company }}>
          {t('title')}
        </Link>
      }
    >
      <Answered query={query}>{(found) => <Run run={found} now={query.dataUpdatedAt} />}</Answered>
    </Page>
  )
}

function Run({ run, now }: { run: ImportRun; now: number }) {
  const t = useText('imports')
  const { company } = useClient()
  const mayUndo = useMay('manage', company)
  const say = useSaid()
  const { state, counts, refusals, warnings, problem, problemSaid, batch, started, actor } = run
  const isUndoable = batch !== null && state !== 'running' && state !== 'undone'
  return (
    <Stack>
      {state === 'running' && <RunProgress run={run} now={now} mayStop={mayUndo} />}
      <Panel title={t('run.result')} actions={<StateTag state={state} />}>
        <p className={styles.soft}>
          <TimeText time={started} length="long" /> · {t('run.by', { actor })} ·{' '}
          {t('run.rows', { count: counts.rows })}
        </p>
        {problem !== null && (
          <p className={styles.missing} role="alert">
            {say(problemSaid, problem)}
          </p>
        )}
        <CountList counts={counts} />
        <ProblemList groups={refusals} tone="refused" />
        <ProblemList groups={warnings} tone="needs" />
        {state !== 'running' && (
          <div className={styles.actions}>
            <Row>
              <Results run={run} />
              {mayUndo && isUndoable && <UndoButton batch={batch} />}
            </Row>
          </div>
        )}
      </Panel>
    </Stack>
  )
}

/** Where to go from here. */
function Results({ run: { run, batch, hasRefusedRows, counts, state } }: { run: ImportRun }) {
  const t = useText('imports')
  const client = useClient()
  const { company } = client
  const hasUnits = batch !== null && state !== 'undone' && counts.newUnits + counts.knownUnits > 0
  return (
    <>
      {hasUnits && (
        <Button
          leftSection={<Search aria-hidden />}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/c/$company/find"
              params={{ company }}
              search={{ q: `batch:${batch}` }}
            />
          )}
        >
          {t('run.find')}
        </Button>
      )}
      {hasRefusedRows && (
        <Button
          variant="default"
          component="a"
          href={client.address('downloadRefusedRows', { run })}
          download
          leftSection={<Download aria-hidden />}
        >
          {t('run.refusedRows')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<FileUp aria-hidden />}
        renderRoot={(props) => (
          <Link {...props} to="/c/$company/import" params={{ company }} search={{}} />
        )}
      >
        {t('run.again')}
      </Button>
    </>
  )
}
