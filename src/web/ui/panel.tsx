import { useId, type ReactNode } from 'react'
import styles from './panel.module.css'

/** A part of a page with a name of its own. */
export function Panel({
  title,
  count,
  actions,
  flush = false,
  children,
}: {
  title?: string
  /** How many things are in it. */
  count?: string
  actions?: ReactNode
  /** Lets the content reach the edges, for lists and tables. */
  flush?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.panel} {...(title !== undefined && { 'aria-labelledby': id })}>
      {title !== undefined && (
        <header className={styles.header}>
          <h2 id={id}>{title}</h2>
          {count !== undefined && <span className={styles.count}>{count}</span>}
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      <div className={styles.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  )
}

/** Names and values, one below the other. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <dl className={styles.facts}>{children}</dl>
)

/** One name with its value; leave it out where there is no value. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
