import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { clientOf, linesOf } from '../../../test/support/client.ts'
import { runLine } from '../../../test/support/command-line.ts'
import {
  accept,
  describeStore,
  forEachStore,
  runSql,
  type OpenedStore,
} from '../../../test/support/stores.ts'
import { backupStore, checkStore } from '../../contract/store-care.ts'

const pageBytes = 4096

async function makeLamps({ ledger }: OpenedStore, count: number): Promise<void> {
  await accept(ledger, 'create_location', { code: 'HQ' })
  await accept(ledger, 'create_location', { code: 'BIN' })
  await accept(ledger, 'create_item', { code: 'LAMP', scheme: 'LAMP-{seq:4}' })
  await accept(ledger, 'commission', { item: 'LAMP', count, location: 'HQ' })
}

describeStore('a damaged file', 'sqlite', (open) => {
  it('is found by the check, and whoever reads from it is told what to do', async () => {
    const whole = await open()
    await makeLamps(whole, 2000)
    await whole.close()
    const { path } = whole.address as { path: string }
    const bytes = readFileSync(path)
    // All but the first pages, which hold the names of the tables and the way into each.
    bytes.fill(0x5a, 40 * pageBytes)
    writeFileSync(path, bytes)
    const client = clientOf(await open({ address: whole.address }))
    const outcome = await runLine(client, ['check-store'])
    expect(outcome).toMatchObject({ exitCode: 1, stderr: '' })
    expect(outcome.stdout).toMatch(/^the file is damaged: /)
    const told = await runLine(client, ['history', 'LAMP-1999'])
    expect(told).toMatchObject({ exitCode: 1, stdout: '' })
    expect(told.stderr).toContain('restore the latest backup')
  })

  it('of another program is left alone', async () => {
    const whole = await open()
    await whole.close()
    await runSql(whole.address, 'pragma user_version = 0')
    await expect(open({ address: whole.address })).rejects.toThrow('of another program')
  })
})

forEachStore('the check of a store', (open) => {
  it('looks at every unit and finds nothing where nothing is wrong', async () => {
    const opened = await open()
    const client = clientOf(opened)
    const nothing = await linesOf(client.stream(checkStore, {}))
    expect(nothing).toEqual([{ checked: 0, units: 0, faults: [] }])
    await makeLamps(opened, 2500)
    const lines = await linesOf(client.stream(checkStore, {}))
    expect(lines.map(({ checked }) => checked)).toEqual([0, 2000, 2500])
    expect(lines.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('finds states and numbers that are not what the history says', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await makeLamps(opened, 5)
    await runSql(opened.address, 'update units set location = 3, status = 3 where id = 2')
    await runSql(opened.address, `update identifiers set active = 0 where value = 'LAMP-0004'`)
    const lines = await linesOf(client.stream(checkStore, {}))
    expect(lines.flatMap(({ faults }) => faults)).toEqual([
      { unit: 2, fault: 'its history says otherwise about status, location' },
      { unit: 4, fault: 'its serial LAMP-0004 does not lead to it' },
    ])
    const outcome = await runLine(client, ['check-store'])
    expect(outcome).toMatchObject({ exitCode: 1, stderr: '' })
    expect(outcome.stdout).toContain('5 units checked, 2 faults.')
  })

  it('is not stood in for by a backup over an existing file, or into no folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seriatim-care-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const opened = await open()
    const client = clientOf(opened)
    await makeLamps(opened, 5)
    const path = join(folder, 'a.backup')
    const done = await client.call(backupStore, { path })
    expect(done).toMatchObject({ path, events: 4 })
    expect(done.bytes).toBeGreaterThan(1000)
    writeFileSync(join(folder, 'b.backup'), 'mine')
    await expect(
      client.call(backupStore, { path: join(folder, 'b.backup') }),
    ).rejects.toMatchObject({
      problem: { type: 'input_invalid', field: 'path' },
    })
    const nowhere = join(folder, 'none', 'c.backup')
    await expect(client.call(backupStore, { path: nowhere })).rejects.toMatchObject({
      problem: { type: 'backup_failed' },
    })
    expect(existsSync(nowhere)).toBe(false)
  })
})
