import type { ReactNode } from 'react'
import type { Unit } from '../../../client/web-client.ts'
import { knownLocation } from '../../subjects/known-location.ts'
import { TraitValue } from '../../traits/trait-value.tsx'
import { useTraits } from '../../traits/use-traits.ts'
import { SubjectLink } from '../../ui/links.tsx'
import { quantityText } from '../../ui/quantity-text.ts'
import { HoldBadge, StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'

/** A column of the table; those of traits are called `trait.<name>`. */
export interface Column {
  readonly name: string
  /** Least width in rem, and the share of what is left. */
  readonly size: readonly [rem: number, share: number]
  readonly show: (unit: Unit) => ReactNode
}

const timeOf = (name: string) => (unit: Unit) => {
  const time = name === 'changed' ? unit.time : unit.times[name]
  return time ? <TimeText time={time} /> : null
}

/** Columns besides the serial, which is always there; their words are `find:column.<name>`. */
export const ownColumns = {
  status: {
    size: [9, 1.2],
    show: (unit) => (
      <>
        <StatusBadge status={unit.status} />
        <HoldBadge reasons={unit.holds.map(({ reason }) => reason)} isShort />
      </>
    ),
  },
  item: {
    size: [9, 2],
    show: ({ item }) => item && <SubjectLink kind="item" code={item.code} />,
  },
  location: {
    size: [8, 1.5],
    show: ({ place }) => {
      const location = knownLocation(place)
      return (
        location && (
          <>
            <SubjectLink kind="location" code={location.code} />
            {place.containers.map(({ id, serial }) => ` › ${serial ?? `#${id}`}`)}
          </>
        )
      )
    },
  },
  lot: {
    size: [7, 1],
    show: ({ lot, item }) => lot && <SubjectLink kind="lot" code={lot.code} item={item?.code} />,
  },
  order: {
    size: [7, 1],
    show: ({ order }) => order && <SubjectLink kind="order" code={order.code} />,
  },
  party: {
    size: [7, 1],
    show: ({ party }) => party && <SubjectLink kind="party" code={party.code} />,
  },
  quantity: { size: [6, 0.8], show: quantityText },
  received: { size: [12, 0.6], show: timeOf('received') },
  moved: { size: [12, 0.6], show: timeOf('moved') },
  changed: { size: [12, 0.6], show: timeOf('changed') },
} as const satisfies Record<string, Omit<Column, 'name'>>

export type OwnColumn = keyof typeof ownColumns

/** What is shown where nobody chose columns; how much of it there is, where units are portions. */
export const usualColumns = (hasPortions: boolean): readonly OwnColumn[] => [
  'status',
  'item',
  ...(hasPortions ? (['quantity'] as const) : []),
  'location',
  'lot',
  'changed',
]

export const isOwnColumn = (name: string): name is OwnColumn => name in ownColumns

/** The column of a name; one of a trait shows its value. */
export function columnOf(name: string): Column {
  if (isOwnColumn(name)) return { name, ...ownColumns[name] }
  const trait = traitOfColumn(name)
  return {
    name,
    size: [7, 1],
    show: ({ traits }) => {
      const value = traits[trait]
      return value === undefined || value === null ? null : (
        <TraitCell trait={trait} value={value} />
      )
    },
  }
}

/** The trait that a column shows, or that units are counted by. */
export const traitOfColumn = (name: string): string => name.replace(/^trait\./, '')

const TraitCell = ({ trait, value }: { trait: string; value: string | number | boolean }) => (
  <TraitValue definition={useTraits().definitionOf(trait)} value={value} />
)
