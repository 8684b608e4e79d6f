import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { runSeed, seededRandom } from './random.ts'
import { checkAfterKill, checkAtEnd, openTrial, type Trial } from './trial.ts'
import { spawnVictim, type Victim } from './victim.ts'

const seed = runSeed()
const random = seededRandom(seed)
console.log(`Full disk: SERIATIM_SEED=${seed}`)
const folder = mkdtempSync(join(tmpdir(), 'seriatim-full-'))
const cache = join(folder, 'cache')
afterAll(() => rmSync(folder, { recursive: true }))

const blockBytes = 512
/** Less room than the tables need when they are made. */
const tablesBlocks = 100
/** Room for the index of the log, which is made anew whenever a store is opened. */
const indexBlocks = 64

const newTrial = (name: string) => {
  const path = join(folder, `${name}.db`)
  return { ...openTrial({ engine: 'sqlite', path }), path }
}

/** Opens a store, which makes it where there is none, and closes it, which empties its log. */
async function openAndClose({ address }: Trial): Promise<void> {
  const store = await openStore(address)
  await store.close()
}

async function begin(victim: Victim, trial: Trial, more: { round: number; pauseMs?: number }) {
  const { address, history } = trial
  await victim.begin({ address, seed: random.below(2 ** 32), repeats: [], ...more }, history)
}

/** Lets commands fail for a while: each as a failure of the store, and none is answered any more. */
async function expectRefusals(victim: Victim, end: 'kill' | 'close'): Promise<void> {
  await victim.until(() => victim.said.errors.length > 200)
  await victim[end]()
  expect(new Set(victim.said.errors)).toEqual(new Set(['StoreFailedError']))
  expect(victim.said.late).toBe(0)
  expect(victim.said.answers).toBeGreaterThan(0)
}

it('answers nothing after the disk was full, and keeps what it answered before', async () => {
  for (const end of ['kill', 'close'] as const) {
    const trial = newTrial(`log-${end}`)
    await openAndClose(trial)
    const victim = spawnVictim(cache, 200 + random.below(3000))
    await begin(victim, trial, { round: 1 })
    await expectRefusals(victim, end)
    expect(await checkAfterKill(trial)).toEqual([])
    expect(await checkAtEnd(trial)).toEqual([])
  }
})

it('answers nothing after a checkpoint failed, and ends in order', async () => {
  const trial = newTrial('checkpoint')
  const filler = spawnVictim(cache)
  await begin(filler, trial, { round: 1 })
  await filler.until(() => filler.said.answers > 1000)
  await filler.kill()
  await openAndClose(trial)
  // Slowly, so that the log is still short when the file has become as large as it may.
  const blocks = Math.ceil(statSync(trial.path).size / blockBytes) + random.below(200)
  const victim = spawnVictim(cache, blocks)
  await begin(victim, trial, { round: 2, pauseMs: 200 })
  await expectRefusals(victim, 'close')
  expect(await checkAfterKill(trial)).toEqual([])
  expect(await checkAtEnd(trial)).toEqual([])
})

it('does not start on a disk that is full, and changes nothing', async () => {
  const trial = newTrial('start')
  for (const [round, needed] of [tablesBlocks, indexBlocks].entries()) {
    for (const blocks of [0, random.below(needed)]) {
      const victim = spawnVictim(cache, blocks)
      await begin(victim, trial, { round: round + 1 })
      expect(await victim.ended()).toContain('SQLITE_')
      expect(victim.said).toEqual({ answers: 0, late: 0, errors: [] })
      expect(await checkAfterKill(trial)).toEqual([])
    }
    // With room it starts, from nothing or on what there is.
    expect(await checkAtEnd(trial)).toEqual([])
  }
})
