import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { expect, inject, it } from 'vitest'
import { openHttpClient } from '../../src/client/http-client.ts'
import { recordCommands } from '../../src/contract/commands.ts'
import { showUnit } from '../../src/contract/units.ts'
import { newFolder } from '../imports/import-file.ts'
import { engines, type Engine } from '../support/stores.ts'
import { runSeriatim, startServer, type Surroundings } from './seriatim-process.ts'

/** A folder and a company of its own. */
function surroundings(engine: Engine): Surroundings {
  const folder = newFolder()
  const data = { SERIATIM_DATA: join(folder, 'data') }
  const company = `test_${randomBytes(8).toString('hex')}`
  return {
    folder,
    environment:
      engine === 'sqlite'
        ? data
        : { ...data, DATABASE_URL: inject('postgresUrl'), SERIATIM_COMPANY: company },
  }
}

it('refused rows go into the folder of the command, beside those of earlier times', async () => {
  const place = surroundings('sqlite')
  writeFileSync(join(place.folder, 'bad.csv'), 'item,serial\nLAMP,N/A\n')
  for (const name of ['bad.csv.refused.csv', 'bad.csv.refused-2.csv']) {
    const { exitCode, stdout } = await runSeriatim(['import', 'bad.csv'], place)
    expect(exitCode).toBe(1)
    expect(stdout).toContain(`The refused rows are in ${name}, with the reasons.`)
    expect(existsSync(join(place.folder, name))).toBe(true)
  }
})

it('nothing is made by a wrong name, and what is in the way is said', async () => {
  const place = surroundings('sqlite')
  writeFileSync(join(place.folder, 'bad.backup'), 'not a database')
  const wrong: [line: string[], stderr: RegExp][] = [
    [['--company', 'nowhere', 'show', 'X'], /^There is no company nowhere\./],
    [['restore', 'bad.backup'], /cannot be restored: It is not a backup of a company\./],
  ]
  for (const [line, stderr] of wrong) {
    const outcome = await runSeriatim(line, place)
    expect(outcome).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(stderr) as string })
  }
  const data = join(place.folder, 'data')
  expect(existsSync(data) ? readdirSync(data) : []).toEqual([])

  const blocked = { ...place, environment: { SERIATIM_DATA: join(place.folder, 'bad.backup') } }
  const outcome = await runSeriatim(['show', 'X'], blocked)
  expect(outcome).toMatchObject({ exitCode: 1 })
  expect(outcome.stderr).toMatch(/^The company main in .* cannot be opened: /)
})

it.each(engines)('a server on %s is backed up at work, and stops when told', async (engine) => {
  const place = surroundings(engine)
  const company = place.environment['SERIATIM_COMPANY'] ?? 'main'
  const served = await startServer(place)
  const name = `test ${company}`
  const made = await runSeriatim(
    ['--json', 'token', 'create', name, '--allow', 'read,record,manage'],
    place,
  )
  const { secret } = JSON.parse(made.stdout) as { secret: string }
  const client = openHttpClient(served.address, company, secret)
  const told = { written: 0, isDone: false }
  const record = (kind: string, inputs: readonly object[]) =>
    client.call(recordCommands, {
      commands: inputs.map((input) => ({ id: uuidv7(), kind, input })),
    })
  const receiveUntilDone = async () => {
    for (; !told.isDone; told.written += 10) {
      const serials = Array.from({ length: 10 }, (_, index) => `L-${told.written + index}`)
      const entry = (serial: string) => ({ item: 'LAMP', location: 'HQ', entries: [{ serial }] })
      await record('receive', serials.map(entry))
    }
  }
  await record('create_location', [{ code: 'HQ' }])
  await record('create_item', [{ code: 'LAMP' }])
  const writing = receiveUntilDone()
  while (told.written < 50) await setTimeout(5)
  const acknowledged = told.written
  const backup = join(place.folder, 'company.backup')
  expect(await runSeriatim(['backup', backup], place)).toMatchObject({ exitCode: 0, stderr: '' })
  told.isDone = true
  await writing

  const asked = ['--server', served.address, '--company', company, '--json', 'show', 'L-7']
  expect(await runSeriatim(asked, place)).toMatchObject({ exitCode: 1, stdout: '' })
  const environment = { ...place.environment, SERIATIM_TOKEN: secret }
  const { stdout } = await runSeriatim(asked, { ...place, environment })
  expect(JSON.parse(stdout)).toEqual(await client.call(showUnit, { unit: 'L-7' }))
  const { exitCode, stderr } = await served.stop('SIGTERM')
  expect({ exitCode, complaints: complaintsIn(stderr) }).toEqual({ exitCode: 0, complaints: [] })
  await expect(client.call(showUnit, { unit: 'L-7' })).rejects.toMatchObject({
    problem: { type: 'server_unreachable' },
  })

  const restored = ['--company', `${company}_restored`, '--json']
  expect(await runSeriatim([...restored, 'restore', backup], place)).toMatchObject({ exitCode: 0 })
  const check = await runSeriatim([...restored, 'check-store'], place)
  const { checked, faults } = JSON.parse(check.stdout) as { checked: number; faults: unknown[] }
  expect(faults).toEqual([])
  expect(checked).toBeGreaterThanOrEqual(acknowledged)
  expect(checked).toBeLessThanOrEqual(told.written)
})

/** The lines of a server's log that tell of more than a request that was answered. */
function complaintsIn(log: string): string[] {
  const lines = log.split('\n').filter((line) => line !== '')
  return lines.filter((line) => (JSON.parse(line) as { level: number }).level > 30)
}
