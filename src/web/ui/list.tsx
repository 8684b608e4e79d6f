import type { ReactNode } from 'react'
import styles from './list.module.css'

/** Things one below the other, each with what it is and what can be done with it. */
export const List = ({ children }: { children: ReactNode }) => (
  <ul className={styles.list}>{children}</ul>
)

/** One thing of a list: its name, a line below it, its marks, and what can be done at the end. */
export const ListItem = ({
  title,
  detail,
  marks,
  actions,
}: {
  title: ReactNode
  detail?: ReactNode
  marks?: ReactNode
  actions?: ReactNode
}) => (
  <li className={styles.item}>
    <div className={styles.main}>
      <div className={styles.title}>{title}</div>
      {detail !== undefined && <div className={styles.detail}>{detail}</div>}
    </div>
    {marks !== undefined && <div className={styles.marks}>{marks}</div>}
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
  </li>
)

/** A word about a thing; its colour never says it alone. */
export const Tag = ({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'accent' | 'done' | 'needs' | 'refused'
  children: ReactNode
}) => (
  <span className={styles.tag} data-tone={tone}>
    {children}
  </span>
)
