import type { Outputs } from '../../../client/web-client.ts'
import { queryClient } from '../../data/query-client.ts'
import { useClient } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { useScan } from '../../scan/scan-provider.tsx'
import { useText } from '../../texts/texts.ts'
import { UnitLink } from '../../ui/links.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { problemText } from '../../ui/problem-text.ts'
import { EmptyState } from '../../ui/states.tsx'
import styles from './labels.module.css'

type Shown = Outputs['showLabelJob']

/** Which labels of a job were not scanned where they belong yet; a scan here is such a label. */
export function StickPanel({ shown: { job, unseen } }: { shown: Shown }) {
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
