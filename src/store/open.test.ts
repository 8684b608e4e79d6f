import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { forEachStore } from '../../test/support/stores.ts'
import { openStore } from './open.ts'

it('makes the folders above a company file, or says at once that they cannot be made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (let times = 0; times < 2; times += 1) {
    const store = await openStore({ engine: 'sqlite', path: join(folder, 'a/b/main.db') })
    await store.close()
  }
  expect(statSync(join(folder, 'a/b/main.db')).isFile()).toBe(true)
  writeFileSync(join(folder, 'file'), '')
  for (const path of ['/proc/nowhere/data/main.db', join(folder, 'file/data/main.db')]) {
    const opening = openStore({ engine: 'sqlite', path })
    await expect(opening).rejects.toThrow(/^E(NOENT|NOTDIR|ACCES|PERM)/)
  }
})

forEachStore('one company that is open twice in a process', (open) => {
  it('takes what both write at the same time', async () => {
    const first = await open()
    const second = await open({ address: first.address })
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 === 0 ? first : second).store.transact((transaction) =>
          transaction.keepSetting('view', `view ${n}`, '{}', n),
        ),
      ),
    )
    const settings = await first.store.read.selectFrom('settings').select('name').execute()
    expect(settings.filter(({ name }) => name.startsWith('view'))).toHaveLength(20)
  })
})
