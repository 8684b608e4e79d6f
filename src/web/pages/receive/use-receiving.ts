import { useClient } from '../../data/session.ts'
import { useRecord } from '../../data/record.ts'
import { tell } from '../../feedback/feedback.ts'
import type { ScanHandler } from '../../scan/scan.ts'
import { useText } from '../../texts/texts.ts'
import { useKeptState } from '../../work/kept-state.ts'
import { madeUnits } from '../../work/made-units.ts'
import { workScan } from '../../work/meaning.ts'
import {
  numberOf,
  scannedUnit,
  useScannedUnits,
  type ScannedUnit,
} from '../../work/scanned-units.ts'
import { useArrivalTraits, type ArrivalTraits, type TypedTrait } from './use-arrival-traits.ts'

interface Context {
  readonly location: string | null
  readonly order: string | null
  readonly item: string | null
  /** What was typed of the traits of what arrives, by their codes. */
  readonly typed?: Readonly<Record<string, TypedTrait>>
}

/** Receiving as it goes on: where, for which order, what, and what has come. */
export function useReceiving() {
  const t = useText('work')
  const [context, change] = useKeptState<Context>('receive', {
    location: null,
    order: null,
    item: null,
  })
  const { location, order, item, typed = {} } = context
  const received = useScannedUnits('receive')
  const traits = useArrivalTraits(item, typed)
  const receive = useReceive(context, traits, received)
  const set = (name: keyof Context) => (code: string | null) =>
    change((before) => ({ ...before, [name]: code }))

  const take: ScanHandler = async ({ code, meaning }) => {
    const scan = workScan(meaning)
    if (scan.is === 'location' || scan.is === 'order' || scan.is === 'item') {
      set(scan.is)(scan.code)
      return
    }
    if (scan.is !== 'unit' && scan.is !== 'new') return false
    if (location === null) {
      const detail = t('receive.placeFirstDetail')
      return tell({ kind: 'needs', words: t('receive.placeFirst'), detail, code })
    }
    if (scan.is === 'unit') {
      const { unit } = scan
      const isHere = unit.status !== 'expected' && unit.status !== 'in_transit'
      if (received.has(unit.id)) return tell({ kind: 'needs', words: t('repeated'), code })
      if (isHere) return tell({ kind: 'needs', words: t('receive.already'), code })
      return receive({ units: [unit.id] }, { ...numberOf(unit), known: [scannedUnit(unit)] })
    }
    const offer = scan.candidate.offers.find(({ command }) => command?.kind === 'receive')
    if (offer?.command && !offer.needs.includes('item'))
      return receive(offer.command.input, { code })
    if (item !== null) return receive({ item, entries: [{ serial: code }] }, { code })
    tell({ kind: 'needs', words: t('receive.whatIsIt'), detail: t('receive.whatIsItDetail'), code })
  }
  return {
    ...context,
    received,
    setLocation: set('location'),
    setOrder: set('order'),
    setItem: set('item'),
    take,
    traits,
    setTrait: (code: string, text: string) => {
      if (item === null) return
      change((before) => ({ ...before, typed: { ...before.typed, [code]: { text, item } } }))
    },
    make: async (count: number) => {
      if (item !== null) await receive({ item, count })
    },
    order,
  }
}

/** Records a receipt, and puts what it concerned on the list. */
function useReceive(
  { location, order }: Context,
  { valuesFor }: ArrivalTraits,
  received: ReturnType<typeof useScannedUnits>,
) {
  const t = useText('work')
  const client = useClient()
  const record = useRecord()
  return async (
    input: Readonly<Record<string, unknown>>,
    { code, known }: { code?: string; known?: readonly ScannedUnit[] } = {},
  ) => {
    const begun = valuesFor(input['item'])
    const whole = { ...input, location, ...(order !== null && { order }), ...begun }
    let units: readonly ScannedUnit[] = []
    const onUndone = () => {
      for (const { id } of units) received.remove(id)
    }
    const count = { done: received.units.length + 1 }
    const words = t('receive.received', { location })
    const said = { words, count, onUndone, ...(code !== undefined && { code }) }
    const recorded = await record({ kind: 'receive', input: whole }, said)
    if (!recorded) return
    units = known ?? (await madeUnits(client, recorded))
    for (const unit of units) received.add(unit)
  }
}
