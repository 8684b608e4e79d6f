import type { ComponentPropsWithRef } from 'react'
import { useSession } from '../data/identity.ts'
import styles from './operator-menu.module.css'

/** Says who works here; opens the menu. */
export function OperatorButton({ className = '', ...rest }: ComponentPropsWithRef<'button'>) {
  const name = useSession().person?.name ?? ''
  return (
    <button
      type="button"
      className={`${styles.button} ${className}`}
      data-initials={initialsOf(name)}
      {...rest}
    >
      <span className={styles.name}>{name}</span>
    </button>
  )
}

const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const [first = '?', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase()
}
