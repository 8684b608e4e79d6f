import { ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import type { Place } from '../../../client/web-client.ts'
import { knownLocation } from '../../subjects/known-location.ts'
import { useText } from '../../texts/texts.ts'
import { SubjectLink, UnitLink } from '../../ui/links.tsx'
import styles from './place-path.module.css'

/** Where a unit is: the location, and the containers around it from the outermost inwards. */
export function PlacePath({ place }: { place: Place }) {
  const t = useText('unit')
  const location = knownLocation(place)
  return (
    <span className={styles.path}>
      {location ? (
        <SubjectLink kind="location" code={location.code}>
          {location.name ?? location.code}
        </SubjectLink>
      ) : (
        t('elsewhere')
      )}
      {place.containers.map((container) => (
        <Fragment key={container.id}>
          <ChevronRight className={styles.into} aria-hidden />
          <UnitLink unit={container} />
        </Fragment>
      ))}
    </span>
  )
}
