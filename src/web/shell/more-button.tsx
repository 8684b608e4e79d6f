import { useMatchRoute } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import styles from './bottom-bar.module.css'
import { useDestinations } from './use-destinations.ts'
import type { OpenerProps } from './when-wanted.tsx'

/** Opens what the bottom bar has no room for; marked where one is on one of those pages. */
export function MoreButton(properties: OpenerProps) {
  const t = useText('shell')
  const company = useCompany()
  const matches = useMatchRoute()
  const isHere = useDestinations().some(
    ({ isInBar, to }) => !isInBar && matches({ to, params: { company }, fuzzy: true }) !== false,
  )
  return (
    <button type="button" className={styles.more} aria-current={isHere} {...properties}>
      <Ellipsis aria-hidden />
      <span>{t('navigation.more')}</span>
    </button>
  )
}
