import { useEffect, useRef, type ReactNode } from 'react'
import type { Shown } from '../../data/ask.ts'
import { DisplayMenu } from '../../shell/display-menu.tsx'
import { Mark } from '../../shell/mark.tsx'
import { useText } from '../../texts/texts.ts'
import styles from './door.module.css'

/** The frame of the pages before one is inside: what this is, and one thing to do. */
export function Door({
  title,
  detail,
  wide = false,
  children,
}: {
  title: string
  detail?: string
  wide?: boolean
  children?: ReactNode
}) {
  const common = useText('common')
  const t = useText('door')
  const name = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Seriatim`
    if (document.activeElement === document.body) name.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <div className={styles.door}>
      <header className={styles.frame}>
        <div className={styles.brand}>
          <Mark />
          <span className={styles.name}>{common('appName')}</span>
          <span className={styles.display}>
            <DisplayMenu />
          </span>
        </div>
        <Counter />
        <p className={styles.saying}>{t('saying')}</p>
      </header>
      <main className={styles.content}>
        <div className={styles.inner} data-wide={wide || undefined}>
          <h1 ref={name} tabIndex={-1}>
            {title}
          </h1>
          {detail !== undefined && <p className={styles.detail}>{detail}</p>}
          {children}
        </div>
      </main>
    </div>
  )
}

/** Strokes of a counter that goes on for ever; the one that is now is amber. */
const Counter = () => (
  <svg className={styles.counter} viewBox="0 0 280 96" fill="none" aria-hidden>
    {Array.from({ length: 24 }, (_, index) => (
      <path
        key={index}
        d={`M${6 + index * 11.6} ${index % 5 === 0 ? 14 : 38}V82`}
        strokeWidth="3.4"
        strokeLinecap="round"
        stroke={index === 17 ? 'var(--frame-mark)' : 'currentColor'}
        opacity={index > 17 ? 0.28 : 1}
      />
    ))}
  </svg>
)

/** Says why something was not done, as soon as it is there. */
export const Complaint = ({ problem }: { problem: Shown | undefined }) =>
  problem === undefined ? null : (
    <p className={styles.complaint} role="alert">
      {problem.text}
    </p>
  )

/** A line between two ways to go on. */
export const Or = ({ children }: { children: ReactNode }) => <p className={styles.or}>{children}</p>

/** A sentence that is there when it is needed, and quiet otherwise. */
export const Aside = ({ children }: { children: ReactNode }) => (
  <p className={styles.aside}>{children}</p>
)
