import type { ReactNode } from 'react'
import type { Unit } from '../../../client/web-client.ts'
import { SubjectLink } from '../../ui/links.tsx'
import { HoldBadge, StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'

/** A column of the table; those of traits are called `trait.<name>`. */
export interface Column {
  readonly name: string
  /** Share of the width. */
  readonly share: string
  readonly show: (unit: Unit) => ReactNode
}

const timeOf = (name: string) => (unit: Unit) => {
  const time = name === 'changed' ? unit.time : unit.times[name]
  return time ? <TimeText time={time} /> : null
}

/** Columns besides the serial, which is always there; their words are `find:column.<name>`. */
export const ownColumns = {
  status: {
    share: 'minmax(9rem, 1.2fr)',
    show: (unit) => (
      <>
        <StatusBadge status={unit.status} />
        <HoldBadge reasons={unit.holds.map(({ reason }) => reason)} />
      </>
    ),
  },
  item: {
    share: 'minmax(9rem, 2fr)',
    show: ({ item }) => item && <SubjectLink kind="item" code={item.code} />,
  },
  location: {
    share: 'minmax(8rem, 1.5fr)',
    show: ({ place: { location, containers } }) =>
      location &&
      location.code !== 'ELSEWHERE' && (
        <>
          <SubjectLink kind="location" code={location.code} />
          {containers.map(({ id, serial }) => ` › ${serial ?? `#${id}`}`)}
        </>
      ),
  },
  lot: {
    share: 'minmax(7rem, 1fr)',
    show: ({ lot, item }) => lot && <SubjectLink kind="lot" code={lot.code} item={item?.code} />,
  },
  order: {
    share: 'minmax(7rem, 1fr)',
    show: ({ order }) => order && <SubjectLink kind="order" code={order.code} />,
  },
  party: {
    share: 'minmax(7rem, 1fr)',
    show: ({ party }) => party && <SubjectLink kind="party" code={party.code} />,
  },
  quantity: {
    share: 'minmax(6rem, 0.8fr)',
    show: ({ quantity }) => quantity && `${quantity.amount} ${quantity.measure}`,
  },
  received: { share: 'minmax(10rem, 1fr)', show: timeOf('received') },
  moved: { share: 'minmax(10rem, 1fr)', show: timeOf('moved') },
  changed: { share: 'minmax(10rem, 1fr)', show: timeOf('changed') },
} as const satisfies Record<string, Omit<Column, 'name'>>

export type OwnColumn = keyof typeof ownColumns

/** What is shown where nobody chose columns. */
export const usualColumns: readonly OwnColumn[] = ['status', 'item', 'location', 'lot', 'changed']

export const isOwnColumn = (name: string): name is OwnColumn => name in ownColumns

/** The column of a name; one of a trait shows its value. */
export function columnOf(name: string): Column {
  if (isOwnColumn(name)) return { name, ...ownColumns[name] }
  const trait = name.replace(/^trait\./, '')
  return {
    name,
    share: 'minmax(7rem, 1fr)',
    show: ({ traits }) => {
      const value = traits[trait]
      return value === undefined || value === null ? null : <bdi>{String(value)}</bdi>
    },
  }
}
