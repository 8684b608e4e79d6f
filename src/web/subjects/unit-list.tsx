import { Link } from '@tanstack/react-router'
import type { Unit } from '../../client/web-client.ts'
import { useOperation } from '../data/operations.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { Panel } from '../ui/panel.tsx'
import { Button } from '../ui/parts.ts'
import { quantityText } from '../ui/quantity-text.ts'
import { SerialText } from '../ui/serial-text.tsx'
import { Answered, EmptyState } from '../ui/states.tsx'
import { HoldBadge, StatusBadge } from '../ui/status-badge.tsx'
import { knownLocation } from './known-location.ts'
import { timeZoneOffset } from './searches.ts'
import styles from './rows.module.css'

const shown = 12

/** What all units of a list share, where its page says so already. */
interface Shared {
  /** Code of their item. */
  readonly item?: string
  /** Code of the location, or serial of the container, that they are in. */
  readonly place?: string | undefined
}

/** The latest units of a search, with the way to all of them. */
export function UnitList({
  query,
  title,
  shared = {},
}: {
  query: string
  title: string
  shared?: Shared
}) {
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
                <UnitRow key={unit.id} unit={unit} shared={shared} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  )
}

/** One unit in a list: its number, what it is, where it is and how it stands. */
function UnitRow({ unit, shared }: { unit: Unit; shared: Shared }) {
  const t = useText('things')
  const company = useCompany()
  const { id, serial, item, lot, place, status, holds } = unit
  const where = [
    knownLocation(place)?.code,
    ...place.containers.map((one) => one.serial ?? `#${one.id}`),
  ].filter((code) => code !== undefined)
  const within = where.slice(where.lastIndexOf(shared.place ?? '') + 1)
  const what = [
    item?.code === shared.item ? lot && t('ofLot', { lot: lot.code }) : (item?.name ?? item?.code),
    quantityText(unit),
  ].filter(Boolean)
  return (
    <li>
      <Link
        to="/c/$company/units/$unit"
        params={{ company, unit: `#${id}` }}
        className={styles.row}
      >
        <span className={styles.main}>
          <SerialText serial={serial ?? `#${id}`} />
          {what.length > 0 && <span className={styles.under}>{what.join(' · ')}</span>}
        </span>
        <span className={styles.where}>
          {within.join(' › ') || (where.length === 0 && t('nowhere'))}
        </span>
        <span className={styles.end}>
          <StatusBadge status={status} />
          <HoldBadge reasons={holds.map(({ reason }) => reason)} />
        </span>
      </Link>
    </li>
  )
}
