import { getRouteApi, Link } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useOperation } from '../../data/operations.ts'
import { queryClient } from '../../data/query-client.ts'
import { useClient, useCompany } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { useScan } from '../../scan/scan-provider.tsx'
import { useText } from '../../texts/texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { UnitLink } from '../../ui/links.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'
import { Button, Progress } from '../../ui/parts.ts'
import { problemText } from '../../ui/problem-text.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { JobTags } from './jobs-panel.tsx'
import styles from './labels.module.css'
import { SettlePanel } from './settle-panel.tsx'

type Shown = Outputs['showLabelJob']

const route = getRouteApi('/c/$company/labels/jobs/$job')

/** One print job: sends it, asks what came out when it broke off, and sees the labels stick. */
export function JobPage() {
  const t = useText('labels')
  const { job } = route.useParams()
  const query = useOperation('showLabelJob', { job }, { keepsFormer: true })
  return (
    <Answered query={query}>
      {(shown) => <JobView key={job} shown={shown} title={t('jobs.title')} />}
    </Answered>
  )
}

function JobView({ shown, title }: { shown: Shown; title: string }) {
  const t = useText('labels')
  const company = useCompany()
  const { job } = shown
  const { send, printed, isSending } = useSending(job)
  const { ask } = useAsk()
  const [isCancelling, setCancelling] = useState(false)
  const cancel = async () => {
    if (await ask('cancelLabelJob', { job: job.id }))
      tell({ kind: 'done', words: t('job.cancelled') })
  }
  const done = Math.max(printed, job.printed)
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
          {title}
        </Link>
      }
      actions={actions}
    >
      <Columns>
        <Stack>
          {job.state === 'unsure' && <SettlePanel job={job} />}
          <StickPanel shown={shown} />
        </Stack>
        <Panel title={t('job.progress')}>
          <Stack>
            <div className={styles.marks}>
              <JobTags job={isSending ? { ...job, state: 'sending' } : job} />
            </div>
            <Progress
              value={(100 * done) / job.total}
              aria-label={t('jobs.printed', { printed: done, total: job.total })}
            />
            <p className={styles.count}>{t('jobs.printed', { printed: done, total: job.total })}</p>
            {job.problem !== null && <p role="alert">{job.problem}</p>}
            <Facts>
              <Fact name={t('job.template')}>{job.template}</Fact>
              <Fact name={t('job.printer')}>{job.printer}</Fact>
              <Fact name={t('job.who')}>{job.actor}</Fact>
            </Facts>
          </Stack>
        </Panel>
      </Columns>
      {isCancelling && (
        <ConfirmDialog
          title={t('job.cancel')}
          detail={t('job.cancelDetail')}
          onConfirm={() => void cancel()}
          onClose={() => setCancelling(false)}
        />
      )}
    </Page>
  )
}

/** Sends a job and follows it; a new one is sent as soon as it is shown, because that was asked. */
function useSending({ id, state, printed: sure }: Shown['job']) {
  const client = useClient()
  const [printed, setPrinted] = useState(sure)
  const [isSending, setSending] = useState(false)
  const begun = useRef(false)
  const send = async () => {
    setSending(true)
    try {
      for await (const line of client.stream('sendLabelJob', { job: id })) setPrinted(line.printed)
    } catch (error) {
      tell({ kind: 'refused', words: problemText(error) })
    } finally {
      setSending(false)
      await queryClient.invalidateQueries({ queryKey: [client.company] })
    }
  }
  const isNew = state === 'waiting' && sure === 0
  const sendNew = useEffectEvent(() => {
    if (begun.current || !wasJustMade(id)) return
    begun.current = true
    void send()
  })
  useEffect(() => {
    if (isNew) sendNew()
  }, [isNew])
  return { send, printed, isSending }
}

/** How long after it was asked for a job is sent by itself when its page opens, in milliseconds. */
const freshMs = 10_000

/** A job's id begins with when its maker made it (UUIDv7, RFC 9562). */
const wasJustMade = (id: string): boolean =>
  Date.now() - Number.parseInt(id.replace('-', '').slice(0, 12), 16) < freshMs

function StickPanel({ shown: { job, unseen } }: { shown: Shown }) {
  const t = useText('labels')
  const see = useSeeing(job)
  useScan(({ code }) => (job.printed > 0 ? see(code) : false))
  if (job.unseen === null) return null
  return (
    <Panel title={t('job.stick')} count={`${job.unseen}`}>
      {job.unseen === 0 ? (
        <EmptyState title={t('job.seenAll')} />
      ) : (
        <Stack>
          <p>{t('job.stickDetail')}</p>
          <ul className={styles.unseen} aria-label={t('job.unseen')}>
            {unseen.map((unit) => (
              <li key={unit.id}>
                <UnitLink unit={unit} size="s" />
              </li>
            ))}
          </ul>
          {job.unseen > unseen.length && (
            <p>{t('job.more', { count: job.unseen - unseen.length })}</p>
          )}
        </Stack>
      )}
    </Panel>
  )
}

/** Takes a scan as a label that was seen where it belongs; one of elsewhere is left to others. */
function useSeeing({ id }: Shown['job']) {
  const t = useText('labels')
  const client = useClient()
  return async (code: string): Promise<boolean> => {
    try {
      const { serial, wasSeen, unseen } = await client.call('seeLabel', { job: id, scan: code })
      const words = wasSeen ? t('job.seenBefore') : unseen === 0 ? t('job.complete') : t('job.seen')
      tell({ kind: wasSeen ? 'needs' : 'done', words, ...(serial !== null && { code: serial }) })
      await queryClient.invalidateQueries({ queryKey: [client.company] })
    } catch (error) {
      tell({ kind: 'refused', words: problemText(error), code })
    }
    return true
  }
}
