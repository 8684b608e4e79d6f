import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { PlaceSummary } from '../../client/web-client.ts'
import { useOperation } from '../data/operations.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { IconButton } from '../ui/parts.ts'
import { Answered } from '../ui/states.tsx'
import styles from './place-tree.module.css'

/** Locations, each with what lies in it: one level more at a time. One that stands alone is open. */
export function PlaceTree({ places }: { places: readonly PlaceSummary[] }) {
  return (
    <ul className={styles.tree}>
      {places.map((place) => (
        <PlaceNode key={place.id} place={place} opened={places.length === 1} />
      ))}
    </ul>
  )
}

function PlaceNode({ place, opened }: { place: PlaceSummary; opened: boolean }) {
  const { code, name, kind, places, units } = place
  const t = useText('things')
  const company = useCompany()
  const [isOpen, setOpen] = useState(opened)
  return (
    <li>
      <div className={styles.node}>
        {places > 0 ? (
          <IconButton
            label={t(isOpen ? 'hideWithin' : 'showWithin', { code })}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          </IconButton>
        ) : (
          <span className={styles.leaf} />
        )}
        <Link
          to="/c/$company/locations/$location"
          params={{ company, location: code }}
          className={styles.link}
        >
          <span className={styles.name}>
            <b dir="ltr">{code}</b>
            {name !== null && name !== code && <span className={styles.soft}>{name}</span>}
          </span>
          {kind !== null && (
            <span className={styles.kind}>{t(`placeKinds.${kind as 'aisle'}`)}</span>
          )}
          <span className={styles.units} data-none={units === 0 || undefined}>
            {t('unitCount', { count: units })}
          </span>
        </Link>
      </div>
      {isOpen && places > 0 && <Within code={code} />}
    </li>
  )
}

function Within({ code }: { code: string }) {
  const query = useOperation('listPlaces', { parent: code })
  return (
    <Answered query={query} lines={2}>
      {({ places }) => <PlaceTree places={places} />}
    </Answered>
  )
}
