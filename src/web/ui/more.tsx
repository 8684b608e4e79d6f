import { useState, type ReactNode } from 'react'
import styles from './more.module.css'
import { Stack } from './page.tsx'

/** Fields that are rarely filled, behind words that say what they are. */
export function More({
  title,
  open,
  children,
}: {
  title: string
  /** Whether they are shown, such as when one of them is filled; they stay when it is emptied. */
  open: boolean
  children: ReactNode
}) {
  const [wasOpen, keepOpen] = useState(open)
  if (open && !wasOpen) keepOpen(true)
  return (
    <details open={wasOpen} className={styles.more}>
      <summary>{title}</summary>
      <Stack>{children}</Stack>
    </details>
  )
}
