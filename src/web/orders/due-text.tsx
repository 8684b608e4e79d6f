import { useState } from 'react'
import { useText } from '../texts/texts.ts'
import { DayText } from '../ui/time-text.tsx'
import styles from './due-text.module.css'

/** When an order is due; one that is still open after that day says so. */
export function DueText({ due, isOpen = true }: { due: number; isOpen?: boolean }) {
  const t = useText('things')
  const [today] = useState(beginningOfToday)
  const isLate = isOpen && due < today
  return (
    <span className={isLate ? styles.late : undefined}>
      {t(isLate ? 'wasDue' : 'due')} <DayText day={due} />
    </span>
  )
}

/** The reader's day as a calendar day, in milliseconds UTC. */
function beginningOfToday(): number {
  const now = new Date()
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
}
