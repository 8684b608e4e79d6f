import { useText } from '../texts/texts.ts'
import { useDestinations } from './use-destinations.ts'
import { MoreButton } from './more-button.tsx'
import { DestinationLink } from './rail.tsx'
import styles from './bottom-bar.module.css'
import { whenWanted } from './when-wanted.tsx'

const Rest = whenWanted(
  'dialog',
  MoreButton,
  async () => (await import('./rest-sheet.tsx')).RestSheet,
)

/** The navigation under the thumb, on a phone. */
export function BottomBar() {
  const t = useText('shell')
  const destinations = useDestinations()
  return (
    <nav className={styles.bar} aria-label={t('navigation.main')}>
      {destinations
        .filter(({ isInBar }) => isInBar)
        .map((one) => (
          <DestinationLink key={one.name} destination={one} />
        ))}
      <Rest />
    </nav>
  )
}
