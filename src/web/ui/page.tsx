import { useEffect, useRef, type ReactNode } from 'react'
import styles from './page.module.css'

/**
 * The frame of a page: its name, what can be done on it, and its parts below. The name takes the
 * focus when the page opens, so that a screen reader says where one is.
 */
export function Page({
  title,
  over,
  heading,
  under,
  actions,
  wide = false,
  children,
}: {
  /** Name of the page, in the window's title too. */
  title: string
  /** A line above the name: what kind of thing this is, or the way back. */
  over?: ReactNode
  /** Shown in place of the name, where it is more than words. */
  heading?: ReactNode
  /** Marks below the name: how the thing stands. */
  under?: ReactNode
  actions?: ReactNode
  /** Uses the whole width, for tables. */
  wide?: boolean
  children: ReactNode
}) {
  const name = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Seriatim`
  }, [title])
  useEffect(() => {
    // Who types already, in the box or a dialog, goes on.
    const isTyping = document.activeElement?.matches('input, textarea, select')
    if (!isTyping) name.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={styles.page} data-wide={wide || undefined}>
      <header className={styles.header}>
        <div className={styles.name}>
          {over !== undefined && <div className={styles.over}>{over}</div>}
          <h1 ref={name} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {under !== undefined && <div className={styles.under}>{under}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** Parts of a page side by side where there is room: the main one first, the smaller beside it. */
export const Columns = ({ children }: { children: ReactNode }) => (
  <div className={styles.columns}>{children}</div>
)

/** Things one below the other, with the usual space. */
export const Stack = ({ children }: { children: ReactNode }) => (
  <div className={styles.stack}>{children}</div>
)

/** Buttons and fields in a row that breaks where it must. */
export const Row = ({ children, end = false }: { children: ReactNode; end?: boolean }) => (
  <div className={styles.row} data-end={end || undefined}>
    {children}
  </div>
)
