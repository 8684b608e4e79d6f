import { useState } from 'react'
import type { ImportRun } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import styles from '../../imports/imports.module.css'
import { useText } from '../../texts/texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, Progress } from '../../ui/parts.ts'

/** How far an import is, how fast, how long it takes, and the way to stop it. */
export function RunProgress({
  run,
  now,
  mayStop,
}: {
  run: ImportRun
  /** When the progress was heard of, in milliseconds UTC. */
  now: number
  mayStop: boolean
}) {
  const t = useText('imports')
  const { ask } = useAsk()
  const [isAsked, setAsked] = useState(false)
  const { rows, bytesRead, bytesTotal } = run.progress
  const share = bytesTotal === null || bytesTotal === 0 ? 0 : bytesRead / bytesTotal
  const seconds = Math.max((now - Date.parse(run.started)) / 1000, 0.5)
  const left = share > 0.01 ? Math.ceil((seconds / share) * (1 - share)) : undefined
  return (
    <Panel title={t('state.running')}>
      <Progress value={share * 100} size="xl" aria-label={t('run.title', { file: run.file })} />
      <p className={styles.soft}>
        {t('run.progress', { rows, rate: Math.round(rows / seconds) })}
        {left !== undefined && ` · ${t('run.left', { time: timeText(left, t) })}`}
      </p>
      {mayStop && (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('run.stop')}
        </Button>
      )}
      {isAsked && (
        <ConfirmDialog
          title={t('run.stopTitle')}
          detail={t('run.stopDetail')}
          action={t('run.stop')}
          onClose={() => setAsked(false)}
          onConfirm={() => void ask('cancelImport', { run: run.run })}
        />
      )}
    </Panel>
  )
}

const timeText = (seconds: number, t: ReturnType<typeof useText<'imports'>>): string =>
  seconds < 90
    ? t('time.seconds', { count: seconds })
    : t('time.minutes', { count: Math.round(seconds / 60) })
