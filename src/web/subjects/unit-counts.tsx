import { Link } from '@tanstack/react-router'
import { useOperation } from '../data/operations.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { Answered } from '../ui/states.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { Status } from '../../domain/status.ts'
import { timeZoneOffset } from './searches.ts'
import styles from './unit-counts.module.css'

/** How many units of a search are in each status, each a link to them. */
export function UnitCounts({ query }: { query: string }) {
  const t = useText('things')
  const company = useCompany()
  const asked = { query, group: 'status', timeZoneOffsetMinutes: timeZoneOffset() }
  const counted = useOperation('countUnits', asked)
  return (
    <Answered query={counted} lines={2}>
      {({ total, groups }) =>
        total === 0 ? (
          <p className={styles.none}>{t('noUnits')}</p>
        ) : (
          <ul className={styles.counts}>
            {groups.map(({ labels: [label], count }) => (
              <li key={String(label?.value)}>
                <Link
                  to="/c/$company/find"
                  params={{ company }}
                  search={{ q: `${query} status:${label?.value}` }}
                  className={styles.count}
                >
                  <span className={styles.number}>{t('number', { count })}</span>
                  <StatusBadge status={label?.value as Status} />
                  <span
                    className={styles.bar}
                    style={{ inlineSize: `${Math.max((100 * count) / total, 1)}%` }}
                  />
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  )
}
