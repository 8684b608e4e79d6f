import type { HistoryLine, Unit } from '../../../client/web-client.ts'
import { TakeBack } from '../../actions/take-back.tsx'
import { useSentence } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { TimeText } from '../../ui/time-text.tsx'
import { ChangeList } from './change-list.tsx'
import { useMoment } from './past-slider.tsx'
import styles from './unit-history.module.css'

/** Everything that happened to the unit, the newest first; each event says what it changed. */
export function UnitHistory({
  unit,
  lines,
  at,
  onOlder,
}: {
  unit: Unit
  lines: readonly HistoryLine[]
  at: string | undefined
  /** Asks for older events; absent where these are all. */
  onOlder: (() => void) | undefined
}) {
  const t = useText('unit')
  return (
    <Panel
      title={t('history')}
      count={t(onOlder ? 'latestCount' : 'historyCount', { count: lines.length })}
      flush
    >
      <ol className={styles.lines}>
        {lines.toReversed().map((line) => (
          <Line
            key={line.event}
            line={line}
            unit={unit}
            isFuture={at !== undefined && line.time > at}
          />
        ))}
      </ol>
      {onOlder && (
        <div className={styles.older}>
          <Button variant="default" onClick={onOlder}>
            {t('showOlder')}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function Line({ line, unit, isFuture }: { line: HistoryLine; unit: Unit; isFuture: boolean }) {
  const t = useText('unit')
  const say = useSentence()
  const goTo = useMoment()
  const { time, actor, correctedBy, contested } = line
  const isTakenBack = correctedBy !== null
  return (
    <li
      className={styles.line}
      data-future={isFuture || undefined}
      data-taken-back={isTakenBack || undefined}
      data-contested={contested || undefined}
    >
      <span className={styles.tick} aria-hidden />
      <div className={styles.story}>
        <p className={styles.sentence}>
          <span>{say(line)}</span>
          {isTakenBack && <em className={styles.note}>{t('wasTakenBack')}</em>}
          {contested && <em className={styles.note}>{t('contested')}</em>}
        </p>
        <p className={styles.when}>
          <button
            type="button"
            className={styles.moment}
            title={t('seeThen')}
            onClick={() => goTo(time)}
          >
            <TimeText time={time} />
          </button>
          {' · '}
          {t('by', { actor })}
        </p>
        <ChangeList changes={line.changes} unit={unit} />
      </div>
      <TakeBack line={line} detail={say(line)} className={styles.undo} />
    </li>
  )
}
