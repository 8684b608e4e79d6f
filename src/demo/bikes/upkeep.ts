import { at, day, hour, minute, type Today } from '../calendar.ts'
import { boughtParts } from './parts-list.ts'
import { people } from './places.ts'
import { later, nextNumber, planWorkday, shelf, unitsOf, type Part, type Works } from './works.ts'

/**
 * Now and then a part's shelf is counted; what is missing is lost, and often turns up.
 *
 * @param isTelling something is missing for sure, and a late report of it waits for a person
 */
export function countShelf(works: Works, today: Today, isTelling: boolean): void {
  const { diary } = works
  const { random } = diary
  const { code: item } = isTelling ? boughtParts[3]! : random.pick(boughtParts)
  const parts = shelf(works, item)
  if (parts.length < 8) return
  const order = nextNumber(works, 'CC', today)
  const time = later(works, at(today, 14), 60)
  diary.note(time, people.store, 'create_order', {
    code: order,
    name: `Count of ${item}`,
    kind: 'count',
    status: 'done',
  })
  const isShort = isTelling || random.chance(0.5)
  const missing = isShort ? parts.splice(random.whole(0, parts.length - 1), 1) : []
  diary.note(time + 25 * minute, people.store, 'observe', {
    units: unitsOf(parts),
    outcome: 'seen',
    note: `Counted under ${order}`,
  })
  for (const part of missing) {
    const reason = `Not on its shelf in count ${order}`
    diary.note(time + 30 * minute, people.store, 'lose', { units: [part.unit] }, { reason })
    if (isTelling || random.chance(0.7)) find(works, today, part, isTelling)
  }
}

function find(works: Works, today: Today, part: Part, isTelling: boolean): void {
  const { diary } = works
  planWorkday(works, today.index + diary.random.whole(4, 12), (then) => {
    const found = later(works, at(then, 11), 90)
    diary.note(found, people.early, 'find', { units: [part.unit], location: 'C-5' })
    // A handheld that was out of reach tells the next morning what cannot have been: that the part
    // was moved while it was lost. Such a report is kept and waits for a person to settle it.
    if (isTelling) {
      diary.note(
        found - 3 * hour,
        people.late,
        'move',
        { units: [part.unit], to: 'ST-30' },
        { recorded: at(then, 6.7) + day },
      )
    }
    planWorkday(works, then.index + 1, () => shelf(works, part.item).push(part))
  })
}

/** Parts on the shelf get newer firmware, all in one evening. */
export function updateFirmware(works: Works, today: Today): void {
  const units = unitsOf(shelf(works, 'MOTOR-85'))
  if (units.length === 0) return
  works.diary.note(
    at(today, 20.2),
    people.tester,
    'change',
    { units, traits: { firmware: '2.4.1' } },
    { reason: 'Maker’s bulletin 24/3: torque sensor filter' },
  )
}

/** A serial that was typed by hand at the dock turns out to be mistyped. */
export function mendSerial(works: Works, today: Today): void {
  const [part] = shelf(works, 'DISPLAY-S').slice(-1)
  if (!part) return
  works.diary.note(
    later(works, at(today, 13.2), 30),
    people.goodsIn,
    'replace',
    { unit: part.unit, serial: `GWD7-9${String(today.index).padStart(5, '0')}`, why: 'mistyped' },
    { reason: 'Typed by hand from a torn label' },
  )
}

/** A handheld without reception moved parts in the evening; it tells so the next morning. */
export function reportLate(works: Works, today: Today): void {
  const parts = shelf(works, 'CHARGER-4A').slice(-3)
  if (parts.length === 0) return
  works.diary.note(
    at(today, 17.4),
    people.late,
    'move',
    { units: unitsOf(parts), to: 'B-16' },
    { recorded: at(today, 6.6) + day },
  )
}
