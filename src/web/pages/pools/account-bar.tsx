import type { Lease } from '../../../client/web-client.ts'
import { useWord } from '../../texts/say.ts'
import styles from './pools.module.css'

export const states = ['commissioned', 'encoded', 'scrapped', 'returned', 'allocated'] as const

/** What became of the serials of a lease, as parts of a bar; the numbers say it in words. */
export function AccountBar({ lease: { account, count } }: { lease: Lease }) {
  const word = useWord()
  const parts = states.filter((state) => account[state] > 0)
  const words = parts.map((state) => `${word('leaseState', state)}: ${account[state]}`).join(', ')
  return (
    <div className={styles.bar} role="img" aria-label={words}>
      {parts.map((state) => (
        <span
          key={state}
          data-state={state}
          style={{ inlineSize: `${(100 * account[state]) / count}%` }}
        />
      ))}
    </div>
  )
}
