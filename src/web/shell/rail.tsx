import { Link } from '@tanstack/react-router'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import type { Destination } from './navigation.ts'
import { useDestinations } from './use-destinations.ts'
import styles from './rail.module.css'

const groups = ['start', 'work', 'things', 'manage'] as const

/** The navigation at the side, where there is room for it. */
export function Rail() {
  const t = useText('shell')
  const destinations = useDestinations()
  return (
    <nav className={styles.rail} aria-label={t('navigation.main')}>
      <div className={styles.inner}>
        {groups
          .map((group) => [group, destinations.filter((one) => one.group === group)] as const)
          .filter(([, members]) => members.length > 0)
          .map(([group, members]) => (
            <div key={group} className={styles.group}>
              {group !== 'start' && <p className={styles.title}>{t(`navigation.${group}`)}</p>}
              {members.map((one) => (
                <DestinationLink key={one.name} destination={one} />
              ))}
            </div>
          ))}
      </div>
    </nav>
  )
}

/** A link of the rail or the bottom bar: the one where one is has the amber mark. */
export function DestinationLink({
  destination: { name, to, picture: Picture },
  onFollow,
}: {
  destination: Destination
  onFollow?: () => void
}) {
  const t = useText('shell')
  const company = useCompany()
  return (
    <Link
      to={to}
      params={{ company } as never}
      activeOptions={{ exact: name === 'home', includeSearch: false }}
      className={styles.link}
      {...(onFollow && { onClick: onFollow })}
    >
      <Picture aria-hidden />
      <span>{t(`navigation.${name}`)}</span>
    </Link>
  )
}
