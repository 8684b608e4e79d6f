import { Ellipsis } from 'lucide-react'
import { useText } from '../texts/texts.ts'
import styles from './bottom-bar.module.css'
import type { OpenerProps } from './when-wanted.tsx'

/** Opens what the bottom bar has no room for. */
export function MoreButton(properties: OpenerProps) {
  const t = useText('shell')
  return (
    <button type="button" className={styles.more} {...properties}>
      <Ellipsis aria-hidden />
      <span>{t('navigation.more')}</span>
    </button>
  )
}
