import { expect, it } from 'vitest'
import { runSeed } from '../faults/random.ts'
import { describeStore, type Engine } from '../support/stores.ts'
import { compareRun } from './run.ts'

/** Commands to one company; then a new one begins, so that histories stay readable. */
const commandsPerRound = 4000
const roundsPerTest = 5

/**
 * Compares the ledger on an engine with the model over random commands. To go on longer set
 * `SERIATIM_MODEL_COMMANDS`; to see a failure again set `SERIATIM_SEED` to the seed that it names.
 */
export function compareWithModel(engine: Engine, usual: number): void {
  const commands = Number(process.env['SERIATIM_MODEL_COMMANDS'] ?? usual)
  const rounds = Math.ceil(commands / commandsPerRound)
  const seed = runSeed()
  describeStore('the ledger agrees with the model', engine, (open) => {
    for (let first = 0; first < rounds; first += roundsPerTest) {
      const last = Math.min(first + roundsPerTest, rounds)
      it(`in rounds ${first + 1} to ${last}`, async () => {
        console.log(`model on ${engine}: SERIATIM_SEED=${seed + first}, ${last - first} rounds`)
        for (let round = first; round < last; round += 1) {
          const company = await open({ now: () => 0 })
          const world = await compareRun(company.store, seed + round, commandsPerRound)
          expect(world.nextEvent).toBeGreaterThan(commandsPerRound / 4)
          await company.close()
        }
      })
    }
  })
}
