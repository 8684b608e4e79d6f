import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../texts/texts.ts'
import { Drawer } from '../ui/parts.ts'
import { destinations } from './navigation.ts'
import { DestinationLink } from './rail.tsx'
import styles from './bottom-bar.module.css'

/** The navigation under the thumb, on a phone. */
export function BottomBar() {
  const t = useText('shell')
  const [isOpen, setOpen] = useState(false)
  const rest = destinations.filter(({ isInBar }) => !isInBar)
  return (
    <nav className={styles.bar} aria-label={t('navigation.main')}>
      {destinations
        .filter(({ isInBar }) => isInBar)
        .map((one) => (
          <DestinationLink key={one.name} destination={one} />
        ))}
      {rest.length > 0 && (
        <button type="button" className={styles.more} onClick={() => setOpen(true)}>
          <Ellipsis aria-hidden />
          <span>{t('navigation.more')}</span>
        </button>
      )}
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="bottom"
        size="auto"
        title={t('navigation.more')}
        classNames={{ content: styles.sheet, header: styles.sheetHeader }}
      >
        <div className={styles.rest}>
          {rest.map((one) => (
            <DestinationLink key={one.name} destination={one} onFollow={() => setOpen(false)} />
          ))}
        </div>
      </Drawer>
    </nav>
  )
}
