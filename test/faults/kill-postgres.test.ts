import { expect, it } from 'vitest'
import { startPostgres } from '../support/postgres.ts'
import { runSeed } from './random.ts'
import { runRounds, type Stage } from './rounds.ts'
import type { Victim } from './victim.ts'

const seed = runSeed()
const kills = 30

const moreAnswers = ({ said, until }: Victim): Promise<void> => {
  const { answers } = said
  return until(() => said.answers > answers + 20)
}

it('loses no answer when it, its neighbour or its server is killed on PostgreSQL', async () => {
  console.log(`PostgreSQL: SERIATIM_SEED=${seed}`)
  // An answer is durable, whatever the server would do by default.
  const server = await startPostgres({ synchronous_commit: 'off' })
  let companies = 0
  const newAddress = () => {
    companies += 1
    return { engine: 'postgres' as const, url: server.url, company: `killed_${companies}` }
  }
  const disturb = async ({ round, victim, startOther }: Stage) => {
    if (round % 6 === 0) {
      await moreAnswers(victim)
      await server.crash()
      await moreAnswers(victim)
    }
    if (round % 6 === 3) {
      const neighbour = await startOther()
      await moreAnswers(neighbour)
      await neighbour.kill()
      await moreAnswers(victim)
    }
  }
  try {
    const play = { seed, count: kills, storesToMake: 2, openingMs: 150, newAddress, disturb }
    const { answers, problems } = await runRounds(play)
    expect(problems).toEqual([])
    console.log(`PostgreSQL: ${kills} kills, ${answers} commands answered, none lost`)
  } finally {
    await server.stop()
  }
}, 600_000)
