import { at, day, type Today } from '../calendar.ts'
import type { StoryUnit } from '../diary.ts'
import { people, placeOf } from './places.ts'
import { later, nextNumber, type Works } from './works.ts'

/** A piece that is of no use goes back to who sold it. */
export function returnToSupplier(
  works: Works,
  today: Today,
  { supplier }: { readonly supplier: string },
  unit: StoryUnit,
): void {
  const { diary } = works
  const order = nextNumber(works, 'RTS', today)
  const time = later(works, at(today, 10), 60)
  diary.note(time, people.buyer, 'create_order', {
    code: order,
    kind: 'return',
    party: supplier,
    status: 'open',
  })
  diary.note(
    time + 900_000,
    people.quality,
    'release',
    { units: [unit] },
    { reason: 'Goes back to the supplier' },
  )
  diary.note(time + 1_800_000, people.packer, 'ship', {
    units: [unit],
    to: 'QUAYLINE',
    party: supplier,
    order,
  })
  diary.note(at(today, 14) + 2 * day, people.carrierFeed, 'deliver', {
    units: [unit],
    to: placeOf(supplier),
  })
  diary.note(at(today, 16) + 2 * day, people.buyer, 'change_order', {
    code: order,
    set: { status: 'done' },
  })
}
