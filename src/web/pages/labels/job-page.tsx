import { getRouteApi, Link } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { AnsweredPage } from '../../ui/answered-page.tsx'
import { useSaid } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'
import { Button, Progress } from '../../ui/parts.ts'
import { JobTags } from './jobs-panel.tsx'
import styles from './labels.module.css'
import { SettlePanel } from './settle-panel.tsx'
import { StickPanel } from './stick-panel.tsx'
import { useSending } from './use-sending.ts'

type Shown = Outputs['showLabelJob']

const route = getRouteApi('/c/$company/labels/jobs/$job')

/** One print job: sends it, asks what came out when it broke off, and sees the labels stick. */
export function JobPage() {
  const { job } = route.useParams()
  const query = useOperation('showLabelJob', { job }, { keepsFormer: true })
  return (
    <AnsweredPage query={query} name={job}>
      {(shown) => <JobView key={job} shown={shown} />}
    </AnsweredPage>
  )
}

function JobView({ shown }: { shown: Shown }) {
  const t = useText('labels')
  const company = useCompany()
  const { job } = shown
  const { send, printed, isSending } = useSending(job)
  const [isCancelling, setCancelling] = useState(false)
  const actions = job.state === 'waiting' && !isSending && (
    <>
      <Button variant="default" onClick={() => setCancelling(true)}>
        {t('job.cancel')}
      </Button>
      <Button leftSection={<Printer aria-hidden />} onClick={() => void send()}>
        {job.printed > 0 ? t('job.sendRest') : t('job.send')}
      </Button>
    </>
  )
  return (
    <Page
      title={t('job.heading', { count: job.total })}
      over={
        <Link to="/c/$company/labels" params={{ company }}>
          {t('jobs.title')}
        </Link>
      }
      actions={actions}
    >
      <Columns>
        <Stack>
          {job.state === 'unsure' && <SettlePanel job={job} />}
          <StickPanel shown={shown} />
        </Stack>
        <ProgressPanel
          job={isSending ? { ...job, state: 'sending' } : job}
          printed={Math.max(printed, job.printed)}
        />
      </Columns>
      {isCancelling && <CancelDialog job={job.id} onClose={() => setCancelling(false)} />}
    </Page>
  )
}

/** How far a job is, and where it came from. */
function ProgressPanel({ job, printed }: { job: Shown['job']; printed: number }) {
  const t = useText('labels')
  const say = useSaid()
  const words = t('jobs.printed', { printed, total: job.total })
  return (
    <Panel title={t('job.progress')}>
      <Stack>
        <div className={styles.marks}>
          <JobTags job={job} />
        </div>
        <Progress value={(100 * printed) / job.total} aria-label={words} />
        <p className={styles.count}>{words}</p>
        {job.problem !== null && <p role="alert">{say(job.problemSaid, job.problem)}</p>}
        <Facts>
          <Fact name={t('job.template')}>{job.template}</Fact>
          <Fact name={t('job.printer')}>{job.printer}</Fact>
          <Fact name={t('job.who')}>{job.actor}</Fact>
        </Facts>
      </Stack>
    </Panel>
  )
}

function CancelDialog({ job, onClose }: { job: string; onClose: () => void }) {
  const t = useText('labels')
  const { ask } = useAsk()
  const cancel = async () => {
    if (await ask('cancelLabelJob', { job })) tell({ kind: 'done', words: t('job.cancelled') })
  }
  return (
    <ConfirmDialog
      title={t('job.cancel')}
      detail={t('job.cancelDetail')}
      onConfirm={() => void cancel()}
      onClose={onClose}
    />
  )
}
