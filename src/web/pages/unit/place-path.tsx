import { ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import type { Place } from '../../../client/web-client.ts'
import { useText } from '../../texts/texts.ts'
import { SubjectLink, UnitLink } from '../../ui/links.tsx'
import styles from './place-path.module.css'

/** Where a unit is: the location, and the containers around it from the outermost inwards. */
export function PlacePath({ place: { location, containers } }: { place: Place }) {
  const t = useText('unit')
  const isKnown = location !== null && location.code !== 'ELSEWHERE'
  return (
    <span className={styles.path}>
      {isKnown ? (
        <SubjectLink kind="location" code={location.code}>
          {location.name ?? location.code}
        </SubjectLink>
      ) : (
        t('elsewhere')
      )}
      {containers.map((container) => (
        <Fragment key={container.id}>
          <ChevronRight className={styles.into} aria-hidden />
          <UnitLink unit={container} />
        </Fragment>
      ))}
    </span>
  )
}
