import { Link } from '@tanstack/react-router'
import {
  Ban,
  CalendarClock,
  ChevronRight,
  CircleHelp,
  Truck,
  Undo2,
  Wrench,
  type LucideIcon,
} from 'lucide-react'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { timeZoneOffset } from '../../subjects/searches.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import styles from './attention-panel.module.css'

/** Searches whose units wait for somebody, the most urgent first. */
const concerns = [
  ['held', 'hold:*', Ban],
  ['expiring', 'expiry<+30d status:in_stock,reserved,picked,packed', CalendarClock],
  ['returned', 'status:returned', Undo2],
  ['onTheWay', 'status:in_transit shipped<14d', Truck],
  ['inRepair', 'status:in_repair', Wrench],
  ['lost', 'status:lost', CircleHelp],
] as const satisfies readonly (readonly [string, string, LucideIcon])[]

/** What waits for somebody, each with the way to it. */
export function AttentionPanel() {
  const t = useText('home')
  const counts = useConcernCounts()
  const present = concerns.filter((_, index) => (counts[index] ?? 0) > 0)
  const isKnown = counts.every((count) => count !== undefined)
  return (
    <Panel title={t('attention')} flush>
      {!isKnown && present.length === 0 && <LoadingState lines={3} />}
      {isKnown && present.length === 0 ? (
        <EmptyState title={t('nothingWaits')} detail={t('nothingWaitsDetail')} />
      ) : (
        <ul className={styles.concerns}>
          {concerns.map(([name, query, picture], index) => {
            const count = counts[index] ?? 0
            return (
              count > 0 && (
                <Concern key={name} name={name} query={query} picture={picture} count={count} />
              )
            )
          })}
        </ul>
      )}
    </Panel>
  )
}

function Concern({
  name,
  query,
  picture: Picture,
  count,
}: {
  name: (typeof concerns)[number][0]
  query: string
  picture: LucideIcon
  count: number
}) {
  const t = useText('home')
  const company = useCompany()
  return (
    <li>
      <Link
        to="/c/$company/find"
        params={{ company }}
        search={{ q: query }}
        className={styles.concern}
      >
        <Picture className={styles.picture} aria-hidden />
        <span className={styles.words}>
          <b>{t(`concerns.${name}`, { count })}</b>
          <span>{t(`advice.${name}`)}</span>
        </span>
        <ChevronRight aria-hidden />
      </Link>
    </li>
  )
}

/** How many units each concern has; undefined while it is not known. */
function useConcernCounts(): readonly (number | undefined)[] {
  const timeZoneOffsetMinutes = timeZoneOffset()
  const ask = (query: string) => ({ query, timeZoneOffsetMinutes })
  const options = { keepsFormer: true }
  const answers = [
    useOperation('countUnits', ask(concerns[0][1]), options),
    useOperation('countUnits', ask(concerns[1][1]), options),
    useOperation('countUnits', ask(concerns[2][1]), options),
    useOperation('countUnits', ask(concerns[3][1]), options),
    useOperation('countUnits', ask(concerns[4][1]), options),
    useOperation('countUnits', ask(concerns[5][1]), options),
  ]
  return answers.map(({ data }) => data?.total)
}
