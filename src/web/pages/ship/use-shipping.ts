import type { Unit } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { useRecord } from '../../data/record.ts'
import { tell, type Message } from '../../feedback/feedback.ts'
import type { ScanHandler } from '../../scan/scan.ts'
import { searchFor } from '../../subjects/searches.ts'
import { useText } from '../../texts/texts.ts'
import { useKeptState } from '../../work/kept-state.ts'
import { workScan } from '../../work/meaning.ts'
import { scannedUnit, useScannedUnits, type ScannedUnit } from '../../work/scanned-units.ts'

/** Shipping as it goes on: for whom, what was checked by scan, and what is missing. */
export function useShipping() {
  const t = useText('work')
  const record = useRecord()
  const [order, keepOrder] = useKeptState<string | null>('ship.order', null)
  const [party, keepParty] = useKeptState<string | null>('ship.party', null)
  const checked = useScannedUnits('ship')
  const missing = useMissing(order, checked.has)

  const obstacleTo = useObstacles(checked.has, order)

  const take: ScanHandler = ({ code, meaning }) => {
    const scan = workScan(meaning)
    if (scan.is === 'order') return keepOrder(() => scan.code)
    if (scan.is === 'party') return keepParty(() => scan.code)
    if (scan.is === 'run' && scan.name === 'done') return void ship()
    if (scan.is !== 'unit') return false
    const { unit } = scan
    const obstacle = obstacleTo(unit)
    if (obstacle) return tell({ ...obstacle, code })
    checked.add(scannedUnit(unit))
    const done = checked.units.length + 1
    const isDue = missing?.some(({ id }) => id === unit.id)
    const left = (missing?.length ?? 0) - (isDue ? 1 : 0)
    tell({
      kind: 'done',
      words: t('ship.checked'),
      code,
      count: { done, ...(missing && { of: done + left }) },
    })
  }

  async function ship(): Promise<void> {
    if (checked.units.length === 0) {
      return tell({ kind: 'needs', words: t('nothingToDo'), detail: t('ship.ask') })
    }
    if (order === null && party === null) {
      return tell({ kind: 'needs', words: t('ship.whoGetsIt'), detail: t('ship.whoGetsItDetail') })
    }
    const { units } = checked
    const input = {
      units: units.map(({ id }) => id),
      ...(order !== null && { order }),
      ...(party !== null && { party }),
    }
    const onUndone = () => units.toReversed().forEach(checked.add)
    const words = t('ship.shipped', { count: units.length })
    if (await record({ kind: 'ship', input }, { words, onUndone })) checked.clear()
  }
  return {
    order,
    setOrder: (code: string | null) => keepOrder(() => code),
    party,
    setParty: (code: string | null) => keepParty(() => code),
    checked,
    missing,
    take,
    ship,
  }
}

/** Why a unit cannot leave with the others; undefined where it can. */
function useObstacles(isChecked: (id: number) => boolean, order: string | null) {
  const t = useText('work')
  return (unit: Unit): Message | undefined => {
    const [hold] = unit.holds
    if (isChecked(unit.id)) return { kind: 'needs', words: t('repeated') }
    if (hold) return { kind: 'refused', words: t('ship.held'), detail: hold.reason }
    if (order === null || unit.order === null || unit.order.code === order) return undefined
    const detail = t('ship.notOfOrderDetail', { order: unit.order.code })
    return { kind: 'refused', words: t('ship.notOfOrder'), detail }
  }
}

/** What of an order is still here and was not scanned; undefined where there is no order. */
function useMissing(
  order: string | null,
  isChecked: (id: number) => boolean,
): readonly ScannedUnit[] | undefined {
  const query =
    order === null ? '' : `${searchFor('order', order)} status:reserved,picked,packed -inside:*`
  const { data } = useOperation('searchUnits', { query, limit: 500 }, { enabled: order !== null })
  if (order === null || !data) return undefined
  return data.units.filter(({ id }) => !isChecked(id)).map(scannedUnit)
}
