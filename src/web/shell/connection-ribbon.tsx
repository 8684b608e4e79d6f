import { Unplug } from 'lucide-react'
import { use, useEffect, useState } from 'react'
import { Live } from '../data/live-context.ts'
import { useText } from '../texts/texts.ts'
import styles from './ribbon.module.css'

/** How long a connection may be lost before it is said, in milliseconds: most are back by then. */
const patienceMs = 3_000

/** Says that the server is not there, as long as it is not. */
export function ConnectionRibbon() {
  const t = useText('shell')
  const isOn = use(Live) === 'on'
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    if (isOn) return
    const timer = setTimeout(() => setLost(true), patienceMs)
    return () => {
      clearTimeout(timer)
      setLost(false)
    }
  }, [isOn])
  return (
    <div role="status">
      {isLost && (
        <div className={styles.ribbon}>
          <p className={styles.words}>
            <Unplug aria-hidden />
            <span>
              <strong>{t('live.lost')}</strong> {t('live.lostDetail')}
            </span>
          </p>
        </div>
      )}
    </div>
  )
}
