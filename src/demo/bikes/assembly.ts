import { at, hour, minute, type Today } from '../calendar.ts'
import type { StoryUnit } from '../diary.ts'
import { models, type Model } from './parts-list.ts'
import { people } from './places.ts'
import {
  drawMaterial,
  inputsOf,
  later,
  nextNumber,
  planWorkday,
  shelf,
  takePart,
  unitsOf,
  type Bike,
  type Draw,
  type Part,
  type Works,
} from './works.ts'

const bikesPerOrder = 5
const paintPerFrameGrams = 180

interface Kit {
  readonly frame: Part
  readonly motor: Part
  readonly wheels: Part
  readonly display: Part
  readonly battery: Part
}

/** One order to the assembly hall. */
interface MakeOrder {
  readonly code: string
  readonly model: Model
  readonly colour: string
  readonly kits: readonly Kit[]
  readonly actor: string
}

/** Makes a run of the model that is wanted most, if there is all that it needs. */
export function assemble(works: Works, today: Today, startHour: number): void {
  const model = mostWanted(works)
  const needed = [model.frame, 'MOTOR-85', 'WHEELSET', 'DISPLAY-S', model.battery]
  if (needed.some((item) => shelf(works, item).length < bikesPerOrder)) return
  const paint = Array.from({ length: bikesPerOrder }, () =>
    drawMaterial(works, 'PAINT', paintPerFrameGrams),
  )
  if (!paint.every((draws) => draws !== null)) return
  const { diary } = works
  const order: MakeOrder = {
    code: nextNumber(works, 'MO', today),
    model,
    colour: diary.random.pick(model.colours),
    kits: Array.from({ length: bikesPerOrder }, () => takeKit(works, model)),
    actor: startHour < 12 ? people.early : people.late,
  }
  const start = at(today, startHour)
  diary.note(later(works, start, 5), people.store, 'create_order', {
    code: order.code,
    name: `${bikesPerOrder} × ${model.name}, ${order.colour}`,
    kind: 'make',
    status: 'open',
    due: start + 30 * hour,
    lines: [{ item: model.code, quantity: bikesPerOrder }],
  })
  paintFrames(works, start, order, paint)
  bringParts(works, start, order)
  const bikes = order.kits.map((kit, index) =>
    buildBike(works, start + 150 * minute + index * 26 * minute, order, kit),
  )
  planWorkday(works, today.index + 1, (then) => finishOrder(works, then, order, bikes))
}

/** The model of which the most are waited for or the fewest stand ready, by its share. */
function mostWanted({ wanted, bikes, diary }: Works): Model {
  const urgency = ({ code, share }: Model) =>
    ((wanted.get(code) ?? 0) - (bikes.get(code)?.length ?? 0) + diary.random.next()) / share
  return [...models].sort((one, other) => urgency(other) - urgency(one))[0]!
}

const takeKit = (works: Works, { frame, battery }: Model): Kit => ({
  frame: takePart(works, frame)!,
  motor: takePart(works, 'MOTOR-85')!,
  wheels: takePart(works, 'WHEELSET')!,
  display: takePart(works, 'DISPLAY-S')!,
  battery: takePart(works, battery)!,
})

function paintFrames(
  works: Works,
  start: number,
  { kits, colour }: MakeOrder,
  paint: readonly (readonly Draw[])[],
): void {
  const { diary } = works
  const units = unitsOf(kits.map(({ frame }) => frame))
  const time = later(works, start, 20)
  diary.note(time, people.lineController, 'move', { units, to: 'BOOTH' })
  for (const [index, unit] of units.entries()) {
    diary.note(time + (25 + 2 * index) * minute, people.lineController, 'consume', {
      inputs: inputsOf(paint[index]!),
      into: unit,
    })
  }
  diary.note(time + 40 * minute, people.lineController, 'change', { units, traits: { colour } })
}

function bringParts(works: Works, start: number, { kits, code }: MakeOrder): void {
  const { diary } = works
  const time = start + 110 * minute
  const bring = (parts: readonly Part[], to: string, minutes: number) =>
    diary.note(time + minutes * minute, people.store, 'move', { units: unitsOf(parts), to })
  bring(
    kits.map(({ frame }) => frame),
    'ST-10',
    0,
  )
  bring(
    kits.flatMap(({ motor, wheels }) => [motor, wheels]),
    'ST-20',
    6,
  )
  bring(
    kits.flatMap(({ display, battery }) => [display, battery]),
    'ST-30',
    12,
  )
  diary.note(time + 15 * minute, people.store, 'observe', {
    units: unitsOf(kits.map(({ frame }) => frame)),
    outcome: 'seen',
    location: 'ST-10',
    note: `Kits of ${code} complete`,
  })
}

/** A bike is built from station to station; each part goes into it by a scan. */
function buildBike(
  works: Works,
  start: number,
  { code, model, colour, actor }: MakeOrder,
  { frame, motor, wheels, display, battery }: Kit,
): Bike {
  const { diary } = works
  const [unit] = diary.make(start, actor, 'commission', {
    item: model.code,
    count: 1,
    location: 'ST-10',
    order: code,
    traits: { colour },
  })
  const put = (minutes: number, parts: readonly Part[]) =>
    diary.note(start + minutes * minute, actor, 'put', { units: unitsOf(parts), container: unit })
  const move = (minutes: number, to: string) =>
    diary.note(start + minutes * minute, actor, 'move', { units: [unit], to })
  diary.note(start + minute, actor, 'start', { units: [unit], order: code })
  put(2, [frame])
  move(22, 'ST-20')
  put(31, [motor, wheels])
  move(48, 'ST-30')
  put(58, [display, battery])
  move(74, 'TEST')
  const bike: Bike = {
    unit: unit!,
    model,
    colour,
    motor,
    battery,
    display,
    others: [frame, wheels],
    location: 'TEST',
  }
  testBike(works, start + 85 * minute, bike)
  return bike
}

function testBike(works: Works, time: number, bike: Bike): void {
  const { diary } = works
  const { random } = diary
  if (random.chance(0.04)) changeDisplay(works, time, bike)
  diary.note(time + 40 * minute, people.tester, 'observe', {
    units: [bike.unit],
    outcome: 'inspected',
    location: 'TEST',
    readings: {
      brakeNewton: Math.round(random.normal(412, 14)),
      supportCutoffKmh: Math.round(random.normal(25.1, 0.15) * 10) / 10,
      insulationMegaohm: Math.round(random.normal(175, 20)),
    },
  })
}

/** The display stays dark: it comes out, and another goes in. */
function changeDisplay(works: Works, time: number, bike: Bike): void {
  const other = takePart(works, 'DISPLAY-S')
  if (!other) return
  const { diary } = works
  const note = (minutes: number, kind: string, input: Record<string, unknown>) =>
    diary.note(time + minutes * minute, people.tester, kind, input)
  note(0, 'observe', {
    units: [bike.unit],
    outcome: 'failed',
    location: 'TEST',
    note: 'Display stays dark',
    hold: 'Display stays dark',
  })
  note(8, 'take', { units: [bike.display.unit], to: 'QUARANTINE' })
  note(9, 'hold', { units: [bike.display.unit], hold: 'Dark after assembly, to be examined' })
  note(16, 'put', { units: [other.unit], container: bike.unit })
  note(21, 'release', { units: [bike.unit] })
  bike.display = other
}

/** The next morning the bikes go to the store, and the order is done. */
function finishOrder(
  works: Works,
  today: Today,
  { code, model }: MakeOrder,
  bikes: readonly Bike[],
): void {
  const { diary } = works
  const location = diary.random.pick(['FG-1', 'FG-2', 'FG-3', 'FG-4'])
  const units: StoryUnit[] = unitsOf(bikes)
  const time = later(works, at(today, 6), 30)
  diary.note(time, people.store, 'finish', { units, to: location })
  diary.note(time + 10 * minute, people.store, 'change_order', { code, set: { status: 'done' } })
  for (const bike of bikes) bike.location = location
  planWorkday(works, today.index + 1, () => {
    works.bikes.set(model.code, [...(works.bikes.get(model.code) ?? []), ...bikes])
  })
}
