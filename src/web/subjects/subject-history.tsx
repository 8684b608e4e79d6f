import type { Outputs, Subject } from '../../client/web-client.ts'
import { TakeBack } from '../actions/take-back.tsx'
import { useText } from '../texts/texts.ts'
import { Panel } from '../ui/panel.tsx'
import { TimeText } from '../ui/time-text.tsx'
import styles from './rows.module.css'
import { needOfKind } from './use-may-set-up.ts'
import { useLeave } from './use-leave.ts'

type Line = Outputs['showSubject']['lines'][number]

/** What happened to an item, location … itself, newest first; each event can be taken back. */
export function SubjectHistory({ subject, lines }: Outputs['showSubject']) {
  const t = useText('things')
  return (
    <Panel title={t('history')} flush>
      <ol className={styles.rows}>
        {lines.toReversed().map((line) => (
          <HistoryLine key={line.event} line={line} subject={subject} />
        ))}
      </ol>
    </Panel>
  )
}

function HistoryLine({ line, subject: { kind: of, code } }: { line: Line; subject: Subject }) {
  const t = useText('things')
  const leave = useLeave()
  const { kind, time, actor, corrects, correctedBy } = line
  const isMaking = kind.startsWith('create')
  const words = corrects !== null ? t('wasTakenBack') : t(isMaking ? 'wasCreated' : 'wasChanged')
  return (
    <li className={styles.row} data-taken-back={correctedBy !== null || undefined}>
      <span className={styles.main}>
        <span className={styles.event}>{words}</span>
        <span className={styles.under}>{actor}</span>
      </span>
      <span className={styles.told}>
        <TimeText time={time} />
        <TakeBack
          line={line}
          detail={`${words} · ${code}`}
          className={styles.undo}
          needs={needOfKind(of)}
          {...(isMaking && { onDone: () => leave(code) })}
        />
      </span>
    </li>
  )
}
