import { Link } from '@tanstack/react-router'
import type { Outputs } from '../../../client/web-client.ts'
import { usePages } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { List, ListItem, Tag } from '../../ui/list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { TimeText } from '../../ui/time-text.tsx'

type Job = Outputs['showLabelJob']['job']

const tones = {
  waiting: 'plain',
  sending: 'accent',
  unsure: 'needs',
  printed: 'done',
  cancelled: 'plain',
} as const

/** Where a print job stands, and whether its labels were seen. */
export function JobTags({ job: { state, unseen } }: { job: Job }) {
  const t = useText('labels')
  return (
    <>
      <Tag tone={tones[state]}>{t(`jobs.states.${state}`)}</Tag>
      {unseen !== null &&
        (unseen === 0 ? (
          <Tag tone="done">{t('jobs.allSeen')}</Tag>
        ) : (
          <Tag>{t('jobs.unseen', { count: unseen })}</Tag>
        ))}
    </>
  )
}

/** What was printed, and what waits or needs somebody, newest first. */
export function JobsPanel() {
  const t = useText('labels')
  const company = useCompany()
  const query = usePages('listLabelJobs', { limit: 20 })
  return (
    <Panel title={t('jobs.title')} flush>
      <Answered query={query}>
        {(pages) => {
          const jobs = pages.flatMap((page) => page.jobs)
          if (jobs.length === 0) {
            return <EmptyState title={t('jobs.empty')} detail={t('jobs.emptyDetail')} />
          }
          return (
            <List>
              {jobs.map((job) => (
                <ListItem
                  key={job.id}
                  title={
                    <Link to="/c/$company/labels/jobs/$job" params={{ company, job: job.id }}>
                      {t('jobs.labels', { count: job.total })} · {job.template}
                    </Link>
                  }
                  detail={
                    <>
                      <TimeText time={job.created} /> · {job.printer}
                    </>
                  }
                  marks={<JobTags job={job} />}
                />
              ))}
            </List>
          )
        }}
      </Answered>
      {query.hasNextPage && (
        <Button variant="default" onClick={() => void query.fetchNextPage()}>
          {t('jobs.more')}
        </Button>
      )}
    </Panel>
  )
}
