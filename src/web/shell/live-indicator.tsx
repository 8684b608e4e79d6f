import type { LiveState } from '../data/live.ts'
import { useText } from '../texts/texts.ts'
import { Tooltip } from '../ui/parts.ts'
import styles from './live-indicator.module.css'

/** Whether what is on the screen follows what others do: by shape, and in words on hover. */
export function LiveIndicator({ state }: { state: LiveState }) {
  const t = useText('shell')
  return (
    <Tooltip label={t(`live.${state}`)}>
      <span
        className={styles.live}
        data-state={state}
        role="status"
        aria-label={t(`live.${state}`)}
      >
        <span className={styles.dot} />
      </span>
    </Tooltip>
  )
}
