import { useState } from 'react'
import { ActionDialog } from '../../actions/action-dialog.tsx'
import { PrintItem } from '../../actions/print-item.tsx'
import type { UnitAction } from '../../actions/unit-action.ts'
import { unitActions } from '../../actions/unit-actions.ts'
import { useClient } from '../../data/session.ts'
import { timeZoneOffsetMinutes } from '../../data/search-clock.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { problemText } from '../../ui/problem-text.ts'
import { Button, Menu } from '../../ui/parts.ts'
import type { Selection } from './selection.ts'
import styles from './bulk-bar.module.css'

/** Most units that one command can be about. */
const unitsMax = 10_000

const many = unitActions.filter(({ isForMany }) => isForMany)
const main = many.filter(({ isMain }) => isMain)
const rest = many.filter(({ isMain }) => !isMain)

/**
 * What can be done to the units that are chosen; there while some are. What was refused stays
 * chosen: something else has to be done with it.
 */
export function BulkBar(props: { query: string; total: number; selection: Selection }) {
  const { query, total, selection } = props
  const t = useText('find')
  const actions = useText('actions')
  const [action, choose] = useState<UnitAction>()
  const all = useAllUnits(query, selection)
  const count = selection.ids.length
  if (count === 0) return null
  return (
    <section className={styles.bar} aria-label={t('chosen')}>
      <p className={styles.count} aria-live="polite">
        <b>{t('number', { value: count })}</b> {t('chosenOf', { total })}
      </p>
      {count < total && total <= unitsMax && (
        <Button variant="subtle" loading={all.isBusy} onClick={() => void all.choose()}>
          {t('chooseAll', { count: total })}
        </Button>
      )}
      <Button variant="subtle" onClick={selection.clear}>
        {t('chooseNone')}
      </Button>
      <div className={styles.actions}>
        {main.map((one) => (
          <Button
            key={one.name}
            variant="default"
            leftSection={<one.picture aria-hidden />}
            onClick={() => choose(one)}
          >
            {actions(`${one.name}.button`)}
          </Button>
        ))}
        <Menu position="top-end">
          <Menu.Target>
            <Button variant="default">{t('more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <PrintItem units={selection.ids} label={t('printLabels')} />
            {rest.map((one) => (
              <Menu.Item
                key={one.name}
                leftSection={<one.picture aria-hidden />}
                {...(one.isFinal && { color: 'refused' })}
                onClick={() => choose(one)}
              >
                {actions(`${one.name}.button`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <ActionDialog
        action={action}
        units={selection.ids}
        onClose={() => choose(undefined)}
        onDone={selection.choose}
      />
    </section>
  )
}

/** Chooses every unit of the search, page by page. */
function useAllUnits(query: string, selection: Selection) {
  const client = useClient()
  const t = useText('common')
  const [isBusy, setBusy] = useState(false)
  const choose = async () => {
    setBusy(true)
    const ids: number[] = []
    let cursor: string | undefined
    try {
      do {
        const asked = { query, timeZoneOffsetMinutes: timeZoneOffsetMinutes(), limit: 1000, cursor }
        const page = await client.call('searchUnits', asked)
        ids.push(...page.units.map(({ id }) => id))
        cursor = page.cursor ?? undefined
      } while (cursor !== undefined && ids.length < unitsMax)
      selection.choose(ids.slice(0, unitsMax))
    } catch (error) {
      tell({ kind: 'refused', words: t('refused'), detail: problemText(error) })
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, choose }
}
