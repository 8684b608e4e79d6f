import { useRecord } from '../../data/record.ts'
import { tell } from '../../feedback/feedback.ts'
import type { ScanHandler } from '../../scan/scan.ts'
import { useText } from '../../texts/texts.ts'
import { useKeptState } from '../../work/kept-state.ts'
import { workScan } from '../../work/meaning.ts'
import { numberOf, scannedUnit, type ScannedUnit } from '../../work/scanned-units.ts'

/** Packing as it goes on: the container, the order, and what a scan does. */
export function usePacking() {
  const t = useText('work')
  const record = useRecord()
  const [container, keepContainer] = useKeptState<ScannedUnit | null>('pack.container', null)
  const [order, keepOrder] = useKeptState<string | null>('pack.order', null)
  const setContainer = (unit: ScannedUnit | null) => keepContainer(() => unit)
  const setOrder = (code: string | null) => keepOrder(() => code)
  const name = container?.serial ?? `#${container?.id}`

  const take: ScanHandler = async ({ code, meaning }) => {
    const scan = workScan(meaning)
    if (scan.is === 'order') return setOrder(scan.code)
    if (scan.is === 'run' && scan.name === 'done') return setContainer(null)
    if (scan.is !== 'unit') return false
    const { unit } = scan
    if (container === null) {
      if (unit.kind === 'container') return setContainer(scannedUnit(unit))
      const detail = t('pack.containerFirstDetail')
      return tell({ kind: 'needs', words: t('pack.containerFirst'), detail, code })
    }
    const isInside = unit.place.containers.at(-1)?.id === container.id
    if (isInside || unit.id === container.id) {
      return tell({ kind: 'needs', words: t('repeated'), code })
    }
    const input = { units: [unit.id], container: container.id, ...(order !== null && { order }) }
    const words = t('pack.packed', { container: name })
    await record({ kind: 'pack', input }, { words, ...numberOf(unit) })
  }

  const takeOut = (unit: ScannedUnit) =>
    record(
      { kind: 'take', input: { units: [unit.id] } },
      { words: t('pack.takenOut', { container: name }), ...numberOf(unit) },
    )
  return { container, setContainer, order, setOrder, take, takeOut }
}
