import { ScanBarcode, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../texts/texts.ts'
import { Panel } from '../ui/panel.tsx'
import { IconButton } from '../ui/parts.ts'
import { UnitLink } from '../ui/links.tsx'
import rows from '../subjects/rows.module.css'
import { EmptyState } from '../ui/states.tsx'
import type { ScannedUnit } from './scanned-units.ts'
import styles from './work-parts.module.css'

/** The targets of the work side by side, where there is room. */
export const Targets = ({ children }: { children: ReactNode }) => (
  <div className={styles.targets}>{children}</div>
)

/** How far the work is, to be read from two metres away. */
export function BigCount({ done, of }: { done: number; of?: number | undefined }) {
  const t = useText('common')
  return (
    <p
      className={styles.count}
      role="status"
      data-first
      data-none={(done === 0 && of === undefined) || undefined}
      data-all={(of !== undefined && done >= of) || undefined}
    >
      {of === undefined ? t('count', { value: done }) : t('countOf', { done, of })}
    </p>
  )
}

/** The units of the work, the newest first, each with the way to take it out again. */
export function ScannedPanel({
  title,
  units,
  ask = '',
  detail,
  actions,
  onRemove,
}: {
  title: string
  units: readonly ScannedUnit[]
  /** What to do while there are none. */
  ask?: string
  detail?: string
  actions?: ReactNode
  onRemove?: (unit: ScannedUnit) => void
}) {
  const t = useText('work')
  return (
    <Panel title={title} flush {...(actions !== undefined && { actions })}>
      {units.length === 0 ? (
        <EmptyState title={ask} {...(detail && { detail })} picture={<ScanBarcode size={48} />} />
      ) : (
        <ol className={rows['rows']}>
          {units.map((unit) => (
            <li key={unit.id} className={rows['row']}>
              <span className={rows['main']}>
                <UnitLink unit={unit} />
                {unit.item !== null && <span className={rows['under']}>{unit.item}</span>}
              </span>
              {onRemove && (
                <IconButton
                  label={t('remove', { serial: unit.serial ?? unit.id })}
                  onClick={() => onRemove(unit)}
                >
                  <X aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
