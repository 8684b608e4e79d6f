import { isDeepStrictEqual } from 'node:util'
import type { Answer, Command } from '../../src/domain/command.ts'
import { openLedger, type Ledger } from '../../src/ledger/ledger.ts'
import type { Store } from '../../src/store/store.ts'
import { seededRandom } from '../faults/random.ts'
import { compareStates } from './compare.ts'
import { randomCommand } from './random-command.ts'
import { setUpCommands } from './set-up.ts'
import { answerOf } from './model.ts'
import { latestOf, newWorld, type World } from './world.ts'

const start = Date.UTC(2026, 0, 5, 8)
const minuteMs = 60_000

/**
 * Sends random commands to a company, many at once, and to the model, one by one in the order in
 * which they were sent. Throws at the first answer, or the first thing stored, that differs.
 */
export async function compareRun(store: Store, seed: number, commands: number): Promise<World> {
  const random = seededRandom(seed)
  // Of its own, so that the commands do not depend on how often things are compared.
  const choices = seededRandom(seed + 1)
  let clock = start
  const now = () => clock
  let ledger = openLedger(store, now)
  const world = newWorld()
  const sent: Command[] = []
  for (const command of setUpCommands(random)) await send(world, ledger, [command], clock)
  while (sent.length < commands) {
    clock += random.chance(0.2) ? 0 : random.below(10 * minuteMs)
    const size = Math.min(random.pick([1, 3, 10, 50, 150, 400]), commands - sent.length)
    const source = { random, world }
    const group = Array.from({ length: size }, () => randomCommand(source, sent, clock))
    sent.push(...group)
    try {
      await send(world, ledger, group, clock)
      // Early on, when little is stored, comparing all of it costs little.
      if (choices.chance(20 / sent.length)) await compareStates(store, world, choices, clock)
    } catch (error) {
      throw new Error(`seed ${seed}, within ${sent.length} commands`, { cause: error })
    }
    // Another server, which remembers nothing, takes over.
    if (choices.chance(0.03)) ledger = await takeOver(ledger, () => openLedger(store, now))
  }
  await compareStates(store, world, choices, clock)
  return world
}

async function takeOver(ledger: Ledger, next: () => Ledger): Promise<Ledger> {
  await ledger.close()
  return next()
}

async function send(
  world: World,
  ledger: Ledger,
  commands: readonly Command[],
  clock: number,
): Promise<void> {
  const answers = await Promise.all(
    commands.map(async (command) => {
      try {
        return await ledger.record(command)
      } catch (error) {
        const message = `command ${JSON.stringify(command)} broke\n${tell(world, command)}`
        throw new Error(message, { cause: error })
      }
    }),
  )
  for (const [index, command] of commands.entries()) {
    const expected = face(answerOf(world, command, clock))
    const given = face(answers[index]!)
    if (isDeepStrictEqual(given, expected)) continue
    throw new Error(
      `command ${JSON.stringify(command)}\nledger: ${JSON.stringify(answers[index])}\n` +
        `model:  ${JSON.stringify(expected)}\n${tell(world, command)}`,
    )
  }
}

/** What of an answer the model can foretell: everything but the words. */
const face = (answer: Answer) =>
  answer.ok
    ? { ...answer, refused: answer.refused.map(({ index, refusal }) => [index, refusal.code]) }
    : { refused: answer.refusal.code }

/** The histories of the units that a command may be about, as the model has them. */
function tell(world: World, { input, kind }: Command): string {
  const text = JSON.stringify(input)
  const { event } = input as { event?: number }
  const units = kind === 'correct' ? (world.events.get(event!)?.units ?? []) : namedIn(world, text)
  return units
    .slice(0, 8)
    .map((id) => {
      const unit = world.units.get(id)!
      const entries = unit.entries.slice(-14).map((entry) => `  ${JSON.stringify(entry)}`)
      const { state } = latestOf(world, unit)
      return `unit ${id} ${JSON.stringify(state)}\n${entries.join('\n')}`
    })
    .join('\n')
}

function namedIn(world: World, text: string): number[] {
  const numbers = [...text.matchAll(/"([^"]+)"|\b(\d+)\b/g)]
  const units = numbers.flatMap(([, number, id]) =>
    id === undefined
      ? (world.numbers.get(number!.trim().toUpperCase()) ?? []).map(({ unit }) => unit)
      : [Number(id)],
  )
  return [...new Set(units)].filter((id) => world.units.has(id))
}
