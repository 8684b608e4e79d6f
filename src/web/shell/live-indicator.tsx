import type { LiveState } from '../data/live.ts'
import { useText } from '../texts/texts.ts'
import tip from '../ui/tip.module.css'
import styles from './live-indicator.module.css'

/** Whether what is on the screen follows what others do: by shape, and in words on hover. */
export function LiveIndicator({ state }: { state: LiveState }) {
  const t = useText('shell')
  const words = t(`live.${state}`)
  return (
    <span
      className={`${styles.live} ${tip.tip}`}
      data-state={state}
      data-tip={words}
      role="status"
      aria-label={words}
    >
      <span className={styles.dot} />
    </span>
  )
}
