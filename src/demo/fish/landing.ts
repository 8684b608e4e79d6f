import { at, dateCode, day, hour, minute, type Today } from '../calendar.ts'
import type { StoryUnit } from '../diary.ts'
import { speciesList, type Species } from './goods.ts'
import { people, type Boat } from './harbour.ts'
import { celsius, later, type FishBox, type Plant } from './plant.ts'

/** Days after the landing on which fish may still be eaten. */
const shelfLifeDays = 11

/** A boat comes in before the morning with one or two kinds of fish. */
export function land(plant: Plant, today: Today, boat: Boat): void {
  const { random } = plant.diary
  const weighted = speciesList.flatMap((one) => Array<Species>(one.share).fill(one))
  const caught = new Set([random.pick(weighted), random.pick(weighted)])
  const time = at(today, 4.2) + random.whole(0, 100) * minute
  for (const species of caught) landSpecies(plant, today, { boat, species, time })
}

interface Landing {
  readonly boat: Boat
  readonly species: Species
  readonly time: number
}

function landSpecies(plant: Plant, today: Today, { boat, species, time }: Landing): void {
  const { diary } = plant
  const lot = `${boat.code.slice(0, 3)}${dateCode(today)}-${species.code}`
  noteLots(plant, today, { boat, species, time }, lot)
  const declared = Array.from(
    { length: diary.random.whole(1, 3) },
    () => 1000 * Math.round(diary.random.normal(62, 9)),
  )
  const units = diary.make(time + 5 * minute, people.quay, 'receive', {
    item: species.whole,
    location: 'QUAY',
    party: boat.code,
    lot,
    entries: declared.map((content) => ({ content })),
  })
  const warm = diary.random.chance(0.02)
  diary.note(later(plant, time, 20), people.quality, 'observe', {
    units,
    outcome: 'inspected',
    location: 'QUAY',
    readings: { coreTemperature: warm ? celsius(plant, 5.4, 0.4) : celsius(plant, 1.1, 0.4) },
    ...(warm && { hold: 'Core above 4 °C at the quay', note: 'Ice melted in the hold' }),
  })
  const boxes = units.map((unit, index) =>
    weigh(plant, time + (35 + 4 * index) * minute, unit, declared[index]!),
  )
  const moved = later(plant, time, 70)
  diary.note(moved, people.intake, 'move', { units, to: 'ICE-ROOM' })
  if (warm) judgeWarm(plant, today, units)
  else {
    const landed = today.index
    plant.iceRoom.push(
      ...units.map((unit, index): FishBox => ({
        unit,
        species,
        lot,
        grams: boxes[index]!,
        landed,
      })),
    )
  }
}

/** The landing is a lot of fish, and later the lot of its fillets; both tell where it was caught. */
function noteLots(plant: Plant, today: Today, { boat, species, time }: Landing, code: string) {
  const { diary } = plant
  const made = time - diary.random.whole(10, 40) * hour
  const expiry = today.start + (shelfLifeDays + 1) * day
  const traits = {
    vessel: boat.name,
    gear: boat.gear,
    catchArea: boat.area,
    caught: new Date(made).toISOString().slice(0, 10),
    species: species.latin,
  }
  for (const item of [species.whole, species.fillet]) {
    diary.note(time, people.quay, 'create_lot', { code, item, made, expiry, traits })
  }
}

/** The scale tells what the skipper only guessed; now and then a digit slips in at first. */
function weigh(plant: Plant, time: number, unit: StoryUnit, declared: number): number {
  const { diary } = plant
  const grams = Math.round(declared * diary.random.normal(0.992, 0.012))
  if (diary.random.chance(0.01)) {
    const typo = diary.note(time, people.intake, 'measure', { unit, content: grams * 10 })
    diary.note(
      time + minute,
      people.intake,
      'correct',
      { event: typo },
      { reason: 'A zero too many' },
    )
  }
  diary.note(time + 2 * minute, people.intake, 'measure', { unit, content: grams })
  return grams
}

/** Fish that came in warm is looked at again at noon, and thrown away. */
function judgeWarm(plant: Plant, today: Today, units: readonly StoryUnit[]): void {
  const { diary } = plant
  const time = later(plant, at(today, 11), 60)
  diary.note(time, people.quality, 'observe', {
    units,
    outcome: 'failed',
    location: 'ICE-ROOM',
    note: 'Gills brown, smell sour: not for people to eat',
  })
  diary.note(
    time + 30 * minute,
    people.quality,
    'dispose',
    { units },
    { reason: 'Refused at intake; rendered' },
  )
}
