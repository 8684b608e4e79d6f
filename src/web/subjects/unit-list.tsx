import { Link } from '@tanstack/react-router'
import type { Unit } from '../../client/web-client.ts'
import { useOperation } from '../data/operations.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { Panel } from '../ui/panel.tsx'
import { Button } from '../ui/parts.ts'
import { SerialText } from '../ui/serial-text.tsx'
import { Answered, EmptyState } from '../ui/states.tsx'
import { HoldBadge, StatusBadge } from '../ui/status-badge.tsx'
import { timeZoneOffset } from './searches.ts'
import styles from './rows.module.css'

const shown = 12

/** The latest units of a search, with the way to all of them. */
export function UnitList({ query, title }: { query: string; title: string }) {
  const t = useText('things')
  const company = useCompany()
  const timeZoneOffsetMinutes = timeZoneOffset()
  const found = useOperation('searchUnits', { query, limit: shown, timeZoneOffsetMinutes })
  const all = (
    <Button
      variant="subtle"
      renderRoot={(props) => (
        <Link to="/c/$company/find" params={{ company }} search={{ q: query }} {...props} />
      )}
    >
      {t('showAll')}
    </Button>
  )
  return (
    <Panel title={title} flush actions={all}>
      <Answered query={found}>
        {({ units }) =>
          units.length === 0 ? (
            <EmptyState title={t('noUnits')} detail={t('noUnitsDetail')} />
          ) : (
            <ul className={styles.rows}>
              {units.map((unit) => (
                <UnitRow key={unit.id} unit={unit} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  )
}

/** One unit in a list: its number, what it is, where it is and how it stands. */
function UnitRow({ unit }: { unit: Unit }) {
  const t = useText('things')
  const company = useCompany()
  const { id, serial, item, place, quantity, status, holds } = unit
  const { location, containers } = place
  const where = [
    location?.code === 'ELSEWHERE' ? undefined : location?.code,
    ...containers.map((one) => one.serial ?? `#${one.id}`),
  ]
  return (
    <li>
      <Link
        to="/c/$company/units/$unit"
        params={{ company, unit: `#${id}` }}
        className={styles.row}
      >
        <span className={styles.main}>
          <SerialText serial={serial ?? `#${id}`} />
          <span className={styles.under}>
            {[item?.name ?? item?.code, quantity && `${quantity.amount} ${quantity.measure}`]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className={styles.where}>{where.filter(Boolean).join(' › ') || t('nowhere')}</span>
        <span className={styles.end}>
          <StatusBadge status={status} />
          <HoldBadge reasons={holds.map(({ reason }) => reason)} />
        </span>
      </Link>
    </li>
  )
}
