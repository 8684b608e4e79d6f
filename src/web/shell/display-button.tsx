import { SlidersHorizontal } from 'lucide-react'
import { useText } from '../texts/texts.ts'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './display-settings.module.css'
import type { OpenerProps } from './when-wanted.tsx'

/** Opens the settings of the display. */
export function DisplayButton(properties: OpenerProps) {
  const t = useText('shell')
  return (
    <IconButton className={styles.button} label={t('display.title')} {...properties}>
      <SlidersHorizontal />
    </IconButton>
  )
}
