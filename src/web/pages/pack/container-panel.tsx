import { X } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { useClient } from '../../data/session.ts'
import { useRecord } from '../../data/record.ts'
import { SubjectPicker } from '../../subjects/subject-picker.tsx'
import { useText } from '../../texts/texts.ts'
import { Stack } from '../../ui/page.tsx'
import { Button, IconButton } from '../../ui/parts.ts'
import { SerialText } from '../../ui/serial-text.tsx'
import { madeUnits } from '../../work/made-units.ts'
import type { ScannedUnit } from '../../work/scanned-units.ts'
import styles from '../../work/target-panel.module.css'

/** The container that is being packed: scanned, or made on the spot. */
export function ContainerPanel({
  container,
  onChange,
}: {
  container: ScannedUnit | null
  onChange: (container: ScannedUnit | null) => void
}) {
  const t = useText('work')
  const title = t('pack.into')
  const [isMaking, setMaking] = useState(false)
  return (
    <section
      className={styles['target']}
      data-set={container !== null || undefined}
      aria-label={title}
    >
      <p className={styles['title']}>{title}</p>
      {container !== null ? (
        <p className={styles['code']}>
          <SerialText serial={container.serial ?? `#${container.id}`} size="xl" />
          <IconButton label={t('another', { title })} onClick={() => onChange(null)}>
            <X aria-hidden />
          </IconButton>
        </p>
      ) : (
        <>
          <p className={styles['ask']}>{t('pack.scanContainer')}</p>
          {isMaking ? (
            <NewContainer onMade={onChange} />
          ) : (
            <Button variant="default" onClick={() => setMaking(true)}>
              {t('pack.newContainer')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

/** Makes a container with the next number of its kind. */
function NewContainer({ onMade }: { onMade: (container: ScannedUnit) => void }) {
  const t = useText('work')
  const client = useClient()
  const record = useRecord()
  const [item, setItem] = useState('')
  const [location, setLocation] = useState('')
  const make = async (event: SubmitEvent) => {
    event.preventDefault()
    const input = { item: item.trim(), count: 1, location: location.trim() }
    const recorded = await record({ kind: 'commission', input }, { words: t('pack.newContainer') })
    if (!recorded) return
    for (const unit of await madeUnits(client, recorded)) onMade({ ...unit, item })
  }
  return (
    <form onSubmit={(event) => void make(event)}>
      <Stack>
        <SubjectPicker
          kind="item"
          label={t('pack.containerItem')}
          value={item}
          onChange={setItem}
          required
        />
        <SubjectPicker
          kind="location"
          label={t('pack.containerPlace')}
          value={location}
          onChange={setLocation}
          required
        />
        <Button type="submit">{t('pack.makeContainer')}</Button>
      </Stack>
    </form>
  )
}
