import { expect, it } from 'vitest'
import { runSeed } from '../faults/random.ts'
import { forEachStore } from '../support/stores.ts'
import { compareRun } from './run.ts'

const asked = process.env['SERIATIM_MODEL_COMMANDS']

forEachStore('the model agrees', (open, engine) => {
  it(`over random commands on ${engine}`, async () => {
    const seed = runSeed()
    const commands = Number(asked ?? 2000)
    console.log(`model on ${engine}: SERIATIM_SEED=${seed} SERIATIM_MODEL_COMMANDS=${commands}`)
    const world = await compareRun(open, { seed, commands, compareEvery: 500 })
    expect(world.nextEvent).toBeGreaterThan(commands / 4)
  })
})
