import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyAfterPowerCut } from './power-cut.ts'
import { runSeed } from './random.ts'
import { runRounds, type Stage } from './rounds.ts'
import { checkAfterKill, checkAtEnd, copyTrial } from './trial.ts'

const seed = runSeed()
const kills = 100

it('loses no answer when it is killed, or the power is cut, on SQLite', async () => {
  console.log(`SQLite: SERIATIM_SEED=${seed}`)
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-kill-'))
  let stores = 0
  const newAddress = () => {
    stores += 1
    return { engine: 'sqlite' as const, path: join(folder, `${stores}.db`) }
  }
  let frames = 0
  let pages = 0
  const cutPower = async ({ trial, round, random }: Stage) => {
    const { address } = trial
    if (address.engine !== 'sqlite' || !existsSync(address.path)) return []
    const copy = join(folder, `power-cut-${round}.db`)
    const loss = copyAfterPowerCut(address.path, copy, random)
    frames += loss.frames
    pages += loss.pages
    const copied = copyTrial(trial, { engine: 'sqlite', path: copy })
    const problems = await checkAfterKill(copied)
    // Seriatim itself goes on from there.
    if (round % 50 === 0) problems.push(...(await checkAtEnd(copied)))
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
    return problems
  }
  try {
    const play = { seed, count: kills, storesToMake: 5, openingMs: 80, newAddress }
    const { answers, problems } = await runRounds({ ...play, lookAfterKill: cutPower })
    expect(problems).toEqual([])
    console.log(
      `SQLite: ${kills} kills, ${answers} commands answered, none lost; as many power cuts took ` +
        `${frames} pages that were being logged and ${pages} that were being moved`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 600_000)
