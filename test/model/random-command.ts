import type { Command } from '../../src/domain/command.ts'
import type { Random } from '../faults/random.ts'
import { randomWish } from './generate.ts'
import type { Source } from './generate-input.ts'

const hourMs = 60 * 60_000

/** A new id, as a client makes one. */
export function newId({ below }: Random): string {
  const hex = (digits: number) =>
    below(16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return `01900000-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`
}

/** A random command: a new one, or an earlier one again, at times with another content. */
export function randomCommand(source: Source, sent: readonly Command[], now: number): Command {
  const { random } = source
  if (sent.length > 0 && random.chance(0.03)) {
    const earlier = random.pick(sent)
    return random.chance(0.8) ? earlier : { ...earlier, reason: 'a second thought' }
  }
  return {
    id: newId(random),
    actor: random.pick(['ann', 'bob', 'dock-1']),
    ...randomWish(source),
    ...randomTime(source, now),
    ...(random.chance(0.05) && { batch: random.pick(['B-1', 'b-1', 'NO-BATCH']) }),
  }
}

/** Most commands are of now, many come late, and some clocks run ahead. */
function randomTime({ random, world }: Source, now: number): { time?: number } {
  if (random.chance(0.65)) return {}
  if (random.chance(0.06)) return { time: now + random.below(2 * hourMs) }
  if (random.chance(0.02)) return { time: now + 25 * hourMs }
  // Exactly when something else happened, too.
  const event = world.events.get(world.nextEvent - 1 - random.below(200))
  if (event && random.chance(0.15)) return { time: event.time }
  return { time: now - random.below(random.pick([1, 4, 12]) * hourMs) }
}
