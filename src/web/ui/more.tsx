import type { ReactNode } from 'react'
import styles from './more.module.css'
import { Stack } from './page.tsx'

/** Fields that are rarely filled, behind words that say what they are. */
export const More = ({
  title,
  open,
  children,
}: {
  title: string
  /** Whether they are shown at once, such as when one of them is filled. */
  open: boolean
  children: ReactNode
}) => (
  <details open={open} className={styles.more}>
    <summary>{title}</summary>
    <Stack>{children}</Stack>
  </details>
)
