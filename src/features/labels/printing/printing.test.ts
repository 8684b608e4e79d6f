import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { startFakePrinter, type FakePrinter } from '../../../../test/support/fake-printer.ts'
import { holdElsewhere } from '../../../../test/support/hold-elsewhere.ts'
import { clientOf, linesOf, type Client } from '../../../../test/support/client.ts'
import { makeDrives } from '../../../../test/support/labels.ts'
import { accept, forEachStore, type OpenedStore } from '../../../../test/support/stores.ts'
import {
  cancelLabelJob,
  checkPrinter,
  createLabelJob,
  listLabelJobs,
  savePrinter,
  seeLabel,
  sendLabelJob,
  settleLabelJob,
  showLabelJob,
} from '../../../contract/label-jobs.ts'
import { showHistory } from '../../../contract/units.ts'
import { machineAccess } from '../../access.ts'
import { answer } from '../../answer.ts'

const printers: FakePrinter[] = []
afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.close()
})

async function addPrinter(client: Client, name = 'Bench'): Promise<FakePrinter> {
  const printer = await startFakePrinter()
  printers.push(printer)
  const address = { host: '127.0.0.1', port: printer.port }
  await client.call(savePrinter, { name, kind: 'zpl', dpi: 203, ...address })
  return printer
}

/** Sends a job to its end; gives the numbers it went through. */
const send = async (client: Client, job: string): Promise<number[]> =>
  (await linesOf(client.stream(sendLabelJob, { job }))).map(({ printed }) => printed)

const look = async (client: Client, job: string) => (await client.call(showLabelJob, { job })).job

async function newJob(client: Client, input: object): Promise<string> {
  const id = randomUUID()
  const subject = { template: 'unit-51x25', printer: 'Bench', ...input }
  await client.call(createLabelJob, { id, ...subject })
  return id
}

/** Changes how a job is kept, as another process left it. */
async function keepJob({ store }: OpenedStore, job: string, left: object): Promise<void> {
  const { data } = await store.read
    .selectFrom('settings')
    .select('data')
    .where('name', '=', job)
    .executeTakeFirstOrThrow()
  const kept = JSON.stringify({ ...(JSON.parse(data) as object), ...left })
  await store.transact((transaction) => transaction.keepSetting('label_job', job, kept, Date.now()))
}

forEachStore('printed labels', (open, engine) => {
  it('are printed once, recorded as events, and known to stick when they are scanned', async () => {
    const opened = await open()
    const client = clientOf(opened)
    const units = await makeDrives(opened, 25)
    const printer = await addPrinter(client)
    expect(await client.call(checkPrinter, { printer: 'Bench' })).toMatchObject({
      isReady: true,
    })
    const job = await newJob(client, { units })
    expect(printer.labels).toEqual([])
    expect((await send(client, job)).at(-1)).toBe(25)
    expect(printer.labels).toHaveLength(25)
    await expect(send(client, job)).rejects.toThrow('The print job is printed')
    expect(await look(client, job)).toMatchObject({ state: 'printed', unseen: 25 })
    for (const [scan, wasSeen, unseen] of [
      ['D00003', false, 24],
      ['d00003', true, 24],
      [']d2010950600013435221D00004', false, 23],
      ['010950600013435221D00005', false, 22],
      ['https://id.example.com/01/09506000134352/21/D00006', false, 21],
    ] as const) {
      const seen = await client.call(seeLabel, { job, scan })
      expect(seen).toMatchObject({ wasSeen, unseen })
    }
    await expect(client.call(seeLabel, { job, scan: 'Z9' })).rejects.toThrow('no label of this')
    const again = await newJob(client, { units: '3', copies: 2 })
    await send(client, again)
    expect(printer.labels).toHaveLength(27)
    const history = await client.call(showHistory, { unit: '#3' })
    const labels = history.lines.filter(({ kind }) => kind === 'print_label')
    expect(labels.map(({ sentence }) => sentence)).toEqual([
      'Label printed',
      'Label printed again',
      'Label printed again',
    ])
    // The third copy says so in its dots.
    expect(printer.labels[26]).not.toBe(printer.labels[25])
    expect((await look(client, again)).unseen).toBe(1)
  })

  it('are never printed twice by themselves when the printer breaks off', async () => {
    const opened = await open()
    const client = clientOf(opened)
    const units = await makeDrives(opened, 25)
    const printer = await addPrinter(client)
    const job = await newJob(client, { units })
    printer.state.paperOut = true
    await expect(send(client, job)).rejects.toThrow('Bench: Put labels in')
    expect(await look(client, job)).toMatchObject({ state: 'waiting', printed: 0 })
    printer.state.paperOut = false
    printer.state.breaksAt = 14
    await expect(send(client, job)).rejects.toMatchObject({
      problem: { type: 'printer_unreachable' },
    })
    printer.state.breaksAt = null
    expect(await look(client, job)).toMatchObject({
      state: 'unsure',
      printed: 10,
      unsure: { from: 11, to: 20 },
    })
    await expect(send(client, job)).rejects.toThrow('say first how many')
    await expect(client.call(settleLabelJob, { job, printed: 21 })).rejects.toThrow(
      'Between 10 and 20',
    )
    const settled = await client.call(settleLabelJob, { job, printed: 13 })
    expect(settled).toMatchObject({ state: 'waiting', printed: 13, unseen: 13 })
    await send(client, job)
    expect(printer.labels).toHaveLength(25)
    expect(new Set(printer.labels).size).toBe(25)
    expect(await look(client, job)).toMatchObject({ state: 'printed', unseen: 25 })
  })

  it('on their way when the server died wait for somebody to say what came out', async () => {
    const opened = await open()
    const client = clientOf(opened)
    const units = await makeDrives(opened, 5)
    await addPrinter(client)
    const job = await newJob(client, { units })
    // As a process that was killed between the announcement and the answer leaves it.
    await keepJob(opened, job, {
      state: 'sending',
      sender: 'another process',
      heartbeat: Date.now() - 1_000_000,
      sending: { from: 1, to: 5, commands: [randomUUID()] },
    })
    expect(await look(client, job)).toMatchObject({ state: 'unsure', unsure: { from: 1, to: 5 } })
    await client.call(settleLabelJob, { job, printed: 5 })
    expect(await look(client, job)).toMatchObject({ state: 'printed', unseen: 5 })
  })

  it('go on at once when what sent them is gone, where the store can tell', async () => {
    const opened = await open()
    const client = clientOf(opened)
    const units = await makeDrives(opened, 5)
    const printer = await addPrinter(client)
    const job = await newJob(client, { units })
    const sender = await holdElsewhere(opened.address, `label-job-${job}`)
    const leave = (heartbeat: number, sending: object | null) =>
      keepJob(opened, job, { state: 'sending', sender: 'other', heartbeat, sending })
    const canTell = engine === 'sqlite'
    await leave(canTell ? 0 : Date.now(), null)
    expect(await look(client, job)).toMatchObject({ state: 'sending' })
    await sender.kill()
    await leave(canTell ? Date.now() : 0, { from: 1, to: 2, commands: [randomUUID()] })
    expect(await look(client, job)).toMatchObject({ state: 'unsure', unsure: { from: 1, to: 2 } })
    await client.call(settleLabelJob, { job, printed: 2 })
    await send(client, job)
    expect(printer.labels).toHaveLength(3)
    expect(await look(client, job)).toMatchObject({ state: 'printed' })
  })

  it('are queued, cancelled, and made as blanks that a scan claims', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await makeDrives(opened, 1)
    const printer = await addPrinter(client)
    const blanks = await newJob(client, { blanks: { item: 'DRIVE', count: 3 } })
    await send(client, blanks)
    expect(printer.labels).toHaveLength(3)
    await accept(opened.ledger, 'receive', { units: ['D00003'], location: 'HQ' })
    const other = await newJob(client, { units: '1' })
    expect(await client.call(cancelLabelJob, { job: other })).toMatchObject({
      state: 'cancelled',
    })
    await expect(send(client, other)).rejects.toThrow('was cancelled')
    const { jobs } = await client.call(listLabelJobs, {})
    expect(jobs.map(({ id }) => id).sort()).toEqual([blanks, other].sort())
    const repeated = { id: other, template: 'unit-51x25', printer: 'Bench', units: '1' }
    expect(await client.call(createLabelJob, repeated)).toMatchObject({ state: 'cancelled' })
  })

  it('go to printers that an administrator allowed, and to nothing else', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await makeDrives(opened, 1)
    const printer = { name: 'P', kind: 'zpl' as const, dpi: 203, port: 9100 }
    for (const host of [
      '169.254.169.254',
      '0.0.0.0',
      '224.0.0.1',
      'fe80::1',
      '::ffff:169.254.1.1',
    ]) {
      await expect(client.call(savePrinter, { ...printer, host })).rejects.toThrow(
        /cannot be a printer|no address of a printer/,
      )
    }
    const outside = { ...printer, host: '127.0.0.1', port: 22 }
    await expect(client.call(savePrinter, outside)).rejects.toThrow('port')
    await expect(newJob(client, { units: '1', printer: 'nobody' })).rejects.toThrow('no printer')
    const { store, ledger, folder } = opened
    const access = { ...machineAccess('operator'), permissions: new Set(['read'] as const) }
    const operator = { store, ledger, folder, now: Date.now, access }
    await expect(
      answer(savePrinter, { ...printer, host: '127.0.0.1' }, operator),
    ).rejects.toMatchObject({ problem: { type: 'permission_denied' } })
  })

  it('go to IPP queues as one PDF', async () => {
    const opened = await open()
    const client = clientOf(opened)
    const units = await makeDrives(opened, 3)
    const received: Buffer[] = []
    const queue = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        received.push(Buffer.concat(chunks))
        response.end(Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 3]))
      })
    })
    await new Promise<void>((resolve) => queue.listen(0, '127.0.0.1', resolve))
    const { port } = queue.address() as AddressInfo
    const address = { host: '127.0.0.1', port, path: '/printers/labels' }
    await client.call(savePrinter, { name: 'Queue', kind: 'ipp', dpi: 300, ...address })
    expect(await client.call(checkPrinter, { printer: 'Queue' })).toMatchObject({
      isReady: true,
      problems: [],
    })
    const job = await newJob(client, { units, printer: 'Queue' })
    await send(client, job)
    const document = received.at(-1)!.toString('latin1')
    expect(document).toContain(`ipp://127.0.0.1:${port}/printers/labels`)
    expect(document.slice(document.indexOf('%PDF')).match(/\/Type \/Page\b/g)).toHaveLength(3)
    expect(await look(client, job)).toMatchObject({ state: 'printed', unseen: 3 })
    // Thirty labels fill a sheet, or two of which the first was used in part.
    const sheet = { units, copies: 10, template: 'avery-5160', printer: 'Queue' }
    for (const [startAt, pages] of [
      [1, 1],
      [7, 2],
    ] as const) {
      await send(client, await newJob(client, { ...sheet, startAt }))
      const printed = received.at(-1)!.toString('latin1')
      expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(pages)
    }
    await expect(newJob(client, { ...sheet, startAt: 31 })).rejects.toThrow('has 30 labels')
    await addPrinter(client)
    await expect(newJob(client, { ...sheet, startAt: 7, printer: 'Bench' })).rejects.toThrow(
      'Bench takes labels one by one',
    )
    queue.close()
  })
})
