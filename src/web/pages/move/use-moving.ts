import { useRecord } from '../../data/record.ts'
import { tell } from '../../feedback/feedback.ts'
import type { ScanHandler } from '../../scan/scan.ts'
import { refusalText } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { useKeptState } from '../../work/kept-state.ts'
import { workScan } from '../../work/meaning.ts'
import {
  numberOf,
  scannedUnit,
  useScannedUnits,
  type ScannedUnit,
} from '../../work/scanned-units.ts'

/** Moving as it goes on: the place, what waits for one, and what has been moved. */
export function useMoving() {
  const t = useText('work')
  const [to, keepTo] = useKeptState<string | null>('move.to', null)
  const { waiting, moved, moveOne, moveAll } = useMoves()

  const setTo = async (place: string | null) => {
    keepTo(() => place)
    if (place !== null && waiting.units.length > 0) await moveAll(waiting.units, place)
  }

  const take: ScanHandler = async ({ meaning }) => {
    const scan = workScan(meaning)
    if (scan.is === 'location') return setTo(scan.code)
    if (scan.is !== 'unit') return false
    const unit = scannedUnit(scan.unit)
    const { location, containers } = scan.unit.place
    const isThere = to !== null && location?.code === to
    const named = numberOf(unit)
    if (to === null && waiting.has(unit.id)) {
      tell({ kind: 'needs', words: t('repeated'), ...named })
    } else if (to === null) {
      waiting.add(unit)
      const count = { done: waiting.units.length + 1 }
      const detail = t('move.scanPlace')
      tell({ kind: 'needs', words: t('move.collected'), detail, count, ...named })
    } else if (isThere && moved.has(unit.id)) {
      tell({ kind: 'needs', words: t('repeated'), ...named })
    } else if (isThere && containers.length === 0) {
      tell({ kind: 'needs', words: t('move.here'), ...named })
    } else {
      await moveOne(unit, to)
    }
  }
  return { to, setTo, waiting, moved, take }
}

/** What waits and what was moved, and the ways from one to the other; an undo leads back. */
function useMoves() {
  const t = useText('work')
  const record = useRecord()
  const waiting = useScannedUnits('move.waiting')
  const moved = useScannedUnits('move.moved')

  const moveOne = async (unit: ScannedUnit, place: string) => {
    const wish = { kind: 'move', input: { units: [unit.id], to: place } }
    const count = { done: moved.units.length + 1 }
    const onUndone = () => moved.remove(unit.id)
    const words = t('move.moved', { to: place })
    const said = { words, count, onUndone, ...numberOf(unit) }
    if (await record(wish, said)) moved.add(unit)
  }

  const moveAll = async (units: readonly ScannedUnit[], place: string) => {
    const input = { units: units.map(({ id }) => id), to: place, partial: true }
    const onUndone = () => {
      for (const unit of units) {
        moved.remove(unit.id)
        waiting.add(unit)
      }
    }
    const words = t('move.movedAll', { count: units.length, to: place })
    const recorded = await record({ kind: 'move', input }, { words, onUndone })
    if (!recorded) return
    const refused = new Set(recorded.refused.map(({ index }) => index))
    units.forEach((unit, index) => {
      if (refused.has(index)) return
      moved.add(unit)
      waiting.remove(unit.id)
    })
    const [first] = recorded.refused
    if (!first) return
    const reason = await refusalText(first.refusal)
    const count = { done: units.length - refused.size, of: units.length }
    tell({
      kind: 'needs',
      words: t('move.someRefused', { count: refused.size, reason }),
      count,
    })
  }
  return { waiting, moved, moveOne, moveAll }
}
