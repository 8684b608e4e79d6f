import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { startPostgres } from './postgres.ts'

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client(url)
  // A server that is killed under a connection reports it here as well as to the query.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

it('a private server keeps what it committed through a crash, and leaves nothing', async () => {
  const server = await startPostgres()
  await query(server.url, `create table units as select 'ZC-1042' as serial`)
  await server.crash()
  expect(await query(server.url, 'select serial from units')).toEqual([{ serial: 'ZC-1042' }])
  expect(await query(server.url, 'show fsync')).toEqual([{ fsync: 'on' }])
  await server.stop()
  expect(existsSync(server.dataDirectory)).toBe(false)
  await expect(query(server.url, 'select 1')).rejects.toThrow('ENOENT')
})

it('a private server ends with its owner, even when that is killed', async () => {
  const program = `
    import { startPostgres } from ${JSON.stringify(import.meta.resolve('./postgres.ts'))}
    const { url, dataDirectory } = await startPostgres()
    console.log(url + '\\n' + dataDirectory)
    setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: owner.stdout })[Symbol.asyncIterator]()
  const url = String((await lines.next()).value)
  const dataDirectory = String((await lines.next()).value)
  expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }])

  owner.kill('SIGKILL')
  await once(owner, 'exit')
  while (existsSync(dataDirectory)) await sleep(20)
  await expect(query(url, 'select 1')).rejects.toThrow('ENOENT')
})
