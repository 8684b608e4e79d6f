import { useState } from 'react'
import { useText } from '../texts/texts.ts'
import { Drawer } from '../ui/parts.ts'
import { MoreButton } from './more-button.tsx'
import { useDestinations } from './use-destinations.ts'
import { DestinationLink } from './rail.tsx'
import styles from './bottom-bar.module.css'

/** Everything that the bottom bar has no room for. */
export function RestSheet() {
  const t = useText('shell')
  const destinations = useDestinations()
  const common = useText('common')
  const [isOpen, setOpen] = useState(true)
  return (
    <>
      <MoreButton onClick={() => setOpen(true)} />
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="bottom"
        title={t('navigation.more')}
        closeButtonProps={{ 'aria-label': common('close') }}
        classNames={{
          content: styles.sheet!,
          header: styles.sheetHeader!,
          close: styles.sheetClose!,
        }}
      >
        <div className={styles.rest}>
          {destinations
            .filter(({ isInBar }) => !isInBar)
            .map((one) => (
              <DestinationLink key={one.name} destination={one} onFollow={() => setOpen(false)} />
            ))}
        </div>
      </Drawer>
    </>
  )
}
