import type { Outputs } from '../../client/web-client.ts'
import { useText } from '../texts/texts.ts'
import { Panel } from '../ui/panel.tsx'
import { TimeText } from '../ui/time-text.tsx'
import styles from './rows.module.css'

/** What happened to an item, location … itself, newest first. */
export function SubjectHistory({ lines }: { lines: Outputs['showSubject']['lines'] }) {
  const t = useText('things')
  return (
    <Panel title={t('history')} flush>
      <ol className={styles.rows}>
        {lines.toReversed().map(({ event, kind, time, actor }) => (
          <li key={event} className={styles.row}>
            <span className={styles.main}>
              {t(kind.startsWith('create') ? 'wasCreated' : 'wasChanged')}
              <span className={styles.under}>{actor}</span>
            </span>
            <span className={styles.end}>
              <TimeText time={time} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
