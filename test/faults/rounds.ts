import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from '../../src/domain/command.ts'
import type { StoreAddress } from '../../src/store/open.ts'
import type { Orders } from './child.ts'
import { unanswered, type History } from './history.ts'
import { seededRandom, type Random } from './random.ts'
import { checkAfterKill, checkAtEnd, openTrial, type Trial } from './trial.ts'
import { spawnVictim, type Victim } from './victim.ts'

/** How Seriatim is killed, over and over. */
export interface Rounds {
  readonly seed: number
  readonly count: number
  /** Stores that it is killed in the making of; all later rounds share one more. */
  readonly storesToMake: number
  /** How long it may take to open a store, in milliseconds. */
  readonly openingMs: number
  /** Address of a store that is not there yet. */
  newAddress(): StoreAddress
  /** What else happens while it is under load. */
  disturb?(stage: Stage): Promise<void>
  /** Looks at what a kill has left behind before anything touches it; lists what is wrong. */
  lookAfterKill?(stage: Stage): Promise<string[]>
}

/** Where a round stands. */
export interface Stage {
  readonly trial: Trial
  readonly round: number
  readonly victim: Victim
  readonly random: Random
  /** Starts another process on the same store. */
  startOther(): Promise<Victim>
}

/** Rounds on each store to make: two kills while it is made, and one afterwards. */
const roundsPerStore = 3

/** Kills Seriatim in every round and checks what is left; at the end checks all of it. */
export async function runRounds(rounds: Rounds): Promise<{ answers: number; problems: string[] }> {
  const cache = mkdtempSync(join(tmpdir(), 'seriatim-cache-'))
  const random = seededRandom(rounds.seed)
  const trials: Trial[] = []
  const victims = [spawnVictim(cache)]
  const nextVictim = () => {
    // The one after it loads its program meanwhile.
    victims.push(spawnVictim(cache))
    return victims.at(-2)!
  }
  const problems: string[] = []
  try {
    for (let round = 1; round <= rounds.count && problems.length === 0; round += 1) {
      const store = Math.min(Math.floor((round - 1) / roundsPerStore), rounds.storesToMake)
      const trial = (trials[store] ??= openTrial(rounds.newAddress()))
      const start = async (number: number) => {
        const victim = nextVictim()
        await victim.begin(orders(trial, number, random), trial.history)
        return victim
      }
      const victim = await start(round)
      const startOther = () => start(rounds.count + round)
      const stage: Stage = { trial, round, victim, random, startOther }
      const isMaking = store < rounds.storesToMake && round % roundsPerStore !== 0
      await playRound(rounds, stage, isMaking)
      const seen = [
        ...((await rounds.lookAfterKill?.(stage)) ?? []),
        ...(await checkAfterKill(trial)),
      ]
      problems.push(...seen.map((problem) => `after round ${round}: ${problem}`))
    }
    for (const trial of trials) problems.push(...(await checkAtEnd(trial)))
  } finally {
    await Promise.allSettled(victims.map((victim) => victim.kill()))
    rmSync(cache, { recursive: true })
  }
  return { answers: trials.reduce((sum, { history }) => sum + history.answers.size, 0), problems }
}

function orders({ address, history }: Trial, round: number, random: Random): Orders {
  return { address, round, seed: random.below(2 ** 32), repeats: chooseRepeats(history, random) }
}

/** What was in flight at the last kill, and some of what was answered before. */
function chooseRepeats(history: History, random: Random): Command[] {
  const ids = [...history.answers.keys()]
  const some = ids.length === 0 ? [] : Array.from({ length: 30 }, () => random.pick(ids))
  return [...unanswered(history), ...some.map((id) => history.sent.get(id)!)]
}

async function playRound(rounds: Rounds, stage: Stage, isMaking: boolean): Promise<void> {
  const { victim, random } = stage
  const kind = random.below(10)
  if (isMaking || kind < 2) {
    await sleep(random.below(rounds.openingMs))
  } else if (kind < 5) {
    // Right after the first bytes of some answer.
    const answers = random.below(300)
    await victim.until(() => victim.said.answers > answers)
  } else {
    await victim.until(() => victim.said.answers > 0)
    await sleep(random.below(300))
  }
  if (!isMaking) await rounds.disturb?.(stage)
  await victim.kill()
}
