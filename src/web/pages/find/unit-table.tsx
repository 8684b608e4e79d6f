import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { Unit } from '../../../client/web-client.ts'
import { useText } from '../../texts/texts.ts'
import { Checkbox } from '../../ui/parts.ts'
import { knownLocation } from '../../subjects/known-location.ts'
import { UnitLink } from '../../ui/links.tsx'
import { Panel } from '../../ui/panel.tsx'
import { quantityText } from '../../ui/quantity-text.ts'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { ColumnName } from './column-name.tsx'
import { columnOf, type Column } from './columns.tsx'
import type { Selection } from './selection.ts'
import { useFoundUnits } from './use-found-units.ts'
import { useVirtualRows } from './virtual-rows.ts'
import styles from './unit-table.module.css'

/** Height of a row in rem: a finger's width, and two lines of text on a phone. */
const rowHeights = { wide: 3, narrow: 4.5 }
/** Rows that are drawn empty until it is known how many there are. */
const rowsComing = 12

interface TableProps {
  query: string
  columns: readonly string[]
  selection: Selection
  /** Told once units that are measured are among the loaded ones. */
  onPortions: () => void
}

/** The units of a search: a million rows scroll as well as ten, and arrow keys go through them. */
export function UnitTable({ query, columns, selection, onPortions }: TableProps) {
  const t = useText('find')
  const [reach, setReach] = useState(rowsComing)
  const height = useNarrow() ? rowHeights.narrow : rowHeights.wide
  const { scroller, spacerHeight, first, end, offset, show } = useVirtualRows(reach, height)
  const found = useFoundUnits(query, first, end)
  useEffect(() => {
    if (found.hasPortions) onPortions()
  }, [found.hasPortions, onPortions])
  const known = found.total === undefined ? rowsComing : found.reach
  if (known !== reach) setReach(known)
  const shown = columns.map(columnOf)
  const keys = useRowKeys(show, reach)
  if (found.error) {
    return (
      <Panel>
        <ErrorState error={found.error} retry={found.retry} />
      </Panel>
    )
  }
  if (found.total === 0) return <NothingFound query={query} />
  const places = Array.from({ length: end - first }, (_, index) => first + index)
  const sizes = { ...widthsOf(shown), '--row': `${height}rem` } as CSSProperties
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.table}
        role="table"
        aria-label={t('units')}
        aria-rowcount={(found.total ?? 0) + 1}
        aria-busy={found.total === undefined}
        style={sizes}
        onKeyDown={keys}
      >
        <Head columns={shown} />
        <div role="rowgroup" style={{ blockSize: spacerHeight }}>
          <div className={styles.window} style={{ transform: `translateY(${-offset}px)` }}>
            {places.map((place) => (
              <Row
                key={place}
                place={place}
                unit={found.unitAt(place)}
                columns={shown}
                selection={selection}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}

function NothingFound({ query }: { query: string }) {
  const t = useText('find')
  return (
    <Panel>
      {query.trim() === '' ? (
        <EmptyState title={t('noUnits')} detail={t('noUnitsDetail')} />
      ) : (
        <EmptyState title={t('nothing')} detail={t('nothingDetail')} />
      )}
    </Panel>
  )
}

/** The widths of the columns, the same for every row: of the choice and the serial, then the rest. */
function widthsOf(columns: readonly Column[]) {
  const sizes = [[3, 0] as const, [14, 1.6] as const, ...columns.map(({ size }) => size)]
  const gaps = sizes.length
  const least = sizes.reduce((sum, [rem]) => sum + rem, gaps)
  return {
    '--columns': sizes.map(([rem, share]) => `minmax(${rem}rem, ${share}fr)`).join(' '),
    '--least': `${least}rem`,
  }
}

function Head({ columns }: { columns: readonly Column[] }) {
  const t = useText('find')
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.row} aria-rowindex={1}>
        <span role="columnheader" className={styles.choice}>
          <span className={styles.hidden}>{t('chosen')}</span>
        </span>
        <span role="columnheader">{t('column.serial')}</span>
        {columns.map(({ name }) => (
          <span key={name} role="columnheader">
            <ColumnName name={name} />
          </span>
        ))}
      </div>
    </div>
  )
}

function Row({
  place,
  unit,
  columns,
  selection,
}: {
  place: number
  unit: Unit | undefined
  columns: readonly Column[]
  selection: Selection
}) {
  const t = useText('find')
  const index = place + 2
  if (!unit) {
    return (
      <div role="row" className={styles.row} aria-rowindex={index} data-place={place}>
        <span role="cell" className={styles.coming} />
      </div>
    )
  }
  const { id, serial } = unit
  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={index}
      data-place={place}
      data-chosen={selection.has(id) || undefined}
    >
      <span role="cell">
        <label className={styles.choice} htmlFor={`choose-${id}`}>
          <Checkbox
            id={`choose-${id}`}
            aria-label={t('choose', { serial: serial ?? `#${id}` })}
            checked={selection.has(id)}
            onChange={() => selection.toggle(id)}
          />
        </label>
      </span>
      <span role="cell" className={styles.serial}>
        <UnitLink unit={unit} />
        <span className={styles.under}>
          {[unit.item?.code, quantityText(unit), knownLocation(unit.place)?.code]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {columns.map(({ name, show }) => (
        <span key={name} role="cell" className={styles.cell} data-column={name}>
          {show(unit)}
        </span>
      ))}
    </div>
  )
}

/** Arrow keys, Page Up and Down, Home and End go from row to row; the space bar chooses one. */
function useRowKeys(show: (row: number) => void, count: number) {
  const wanted = useRef(0)
  const steps: Record<string, (place: number) => number> = {
    ArrowDown: (place) => place + 1,
    ArrowUp: (place) => place - 1,
    PageDown: (place) => place + 10,
    PageUp: (place) => place - 10,
    Home: () => 0,
    End: () => count - 1,
  }
  return (event: KeyboardEvent) => {
    const step = steps[event.key]
    const row = (event.target as Element).closest<HTMLElement>('[data-place]')
    if (!step || !row) return
    event.preventDefault()
    const table = event.currentTarget
    const isLink = (event.target as Element).matches('a')
    wanted.current = Math.max(0, Math.min(count - 1, step(Number(row.dataset['place']))))
    show(wanted.current)
    focusRow(table, () => wanted.current, isLink ? 'a' : 'input')
  }
}

/** Gives the focus to a row as soon as it is read and drawn, unless it is somewhere else by then. */
function focusRow(table: Element, wanted: () => number, target: 'a' | 'input'): void {
  const tryIt = () => {
    const { activeElement } = document
    if (!table.isConnected) return
    if (activeElement !== document.body && !table.contains(activeElement)) return
    const row = table.querySelector(`[data-place="${wanted()}"]`)
    const next = row?.querySelector<HTMLElement>(target)
    if (next) next.focus({ preventScroll: true })
    else requestAnimationFrame(tryIt)
  }
  requestAnimationFrame(tryIt)
}
