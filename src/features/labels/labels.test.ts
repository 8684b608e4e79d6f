import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { startFakePrinter, type FakePrinter } from '../../../test/support/fake-printer.ts'
import { accept, forEachStore, type OpenedStore } from '../../../test/support/stores.ts'
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
} from '../../contract/label-jobs.ts'
import {
  downloadLabels,
  listLabelTemplates,
  previewLabel,
  renderLabels,
  saveLabelSettings,
  saveLabelTemplate,
  showLabelTemplate,
} from '../../contract/labels.ts'
import { showHistory } from '../../contract/units.ts'
import { readyTemplates } from '../../label/index.ts'
import { machineAccess } from '../access.ts'
import { answer, answerStream } from '../answer.ts'
import type { Context } from '../context.ts'

const folder = mkdtempSync(join(tmpdir(), 'seriatim-labels-'))
afterAll(() => rmSync(folder, { recursive: true }))

const printers: FakePrinter[] = []
afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.close()
})

const contextOf = ({ store, ledger }: OpenedStore): Context => ({
  store,
  ledger,
  access: machineAccess('tester'),
  now: Date.now,
  folder,
})

async function addPrinter(context: Context, name = 'Bench'): Promise<FakePrinter> {
  const printer = await startFakePrinter()
  printers.push(printer)
  const address = { host: '127.0.0.1', port: printer.port }
  await answer(savePrinter, { name, kind: 'zpl', dpi: 203, ...address }, context)
  return printer
}

async function makeUnits(opened: OpenedStore, count: number): Promise<string> {
  await accept(opened.ledger, 'create_location', { code: 'HQ' })
  const item = { code: 'DRIVE', name: 'Hard drive', gtin: '09506000134352', scheme: 'D{seq:5}' }
  await accept(opened.ledger, 'create_item', item)
  const made = await accept(opened.ledger, 'commission', { item: 'DRIVE', count, location: 'HQ' })
  return made.created
}

/** Sends a job to its end; gives the numbers it went through. */
async function send(context: Context, job: string): Promise<number[]> {
  const printed: number[] = []
  for await (const line of answerStream(sendLabelJob, { job }, context)) {
    printed.push((line as { printed: number }).printed)
  }
  return printed
}

interface JobView {
  state: string
  printed: number
  unseen: number | null
  unsure: { from: number; to: number } | null
  problem: string | null
}

const look = async (context: Context, job: string) =>
  ((await answer(showLabelJob, { job }, context)) as { job: JobView }).job

async function newJob(context: Context, input: object): Promise<string> {
  const id = randomUUID()
  const subject = { template: 'unit-51x25', printer: 'Bench', ...input }
  await answer(createLabelJob, { id, ...subject }, context)
  return id
}

forEachStore('labels', (open) => {
  it('of units are rendered, read back and handed out as files', async () => {
    const opened = await open()
    const context = contextOf(opened)
    await makeUnits(opened, 45)
    const input = { template: 'unit-51x25', query: 'item:DRIVE' }
    const lines = []
    for await (const line of answerStream(renderLabels, input, context)) lines.push(line)
    const files = (lines as { file?: { name: string; bytes: string } }[]).flatMap(
      ({ file }) => file ?? [],
    )
    expect(lines.at(-1)).toMatchObject({ done: 45, total: 45 })
    const bytes = Buffer.concat(files.map((file) => Buffer.from(file.bytes, 'base64')))
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(45)
    const file = (await answer(downloadLabels, { ...input, format: 'zpl' }, context)) as {
      mediaType: string
      bytes: AsyncIterable<Uint8Array>
    }
    const chunks: Uint8Array[] = []
    for await (const chunk of file.bytes) chunks.push(chunk)
    const zpl = Buffer.concat(chunks).toString()
    expect(zpl.match(/\^XZ/g)).toHaveLength(45)
    expect(zpl).toContain('0109506000134352')
    expect(file.mediaType).toBe('application/zpl')
    await answer(saveLabelSettings, { companyName: 'Works', linkStem: 'https://id.x.org' }, context)
    const shelf = { template: 'shelf-100x38', locations: 'hq', format: 'zpl' }
    expect(await answer(downloadLabels, shelf, context)).toMatchObject({ name: 'labels.zpl' })
    await expect(answer(downloadLabels, { ...shelf, locations: 'X' }, context)).rejects.toThrow(
      'There is no location X',
    )
    await expect(answer(downloadLabels, { template: 'unit-51x25' }, context)).rejects.toThrow(
      'Say which labels',
    )
  })

  it('of which one cannot be made are not handed out at all, and the reason is said', async () => {
    const opened = await open()
    const context = contextOf(opened)
    await makeUnits(opened, 2)
    const entries = [{ serial: 'Straße ÄÖ' }]
    await accept(opened.ledger, 'commission', { item: 'DRIVE', entries, location: 'HQ' })
    await expect(
      answer(downloadLabels, { template: 'unit-51x25', query: 'item:DRIVE' }, context),
    ).rejects.toMatchObject({ problem: { type: 'label_refused', status: 422 } })
  })

  it('have templates that are checked, saved, shown and previewed with a unit', async () => {
    const opened = await open()
    const context = contextOf(opened)
    await makeUnits(opened, 1)
    const own = { ...readyTemplates[0]!, title: 'Ours' }
    await answer(saveLabelTemplate, { template: own }, context)
    expect(await answer(showLabelTemplate, { template: own.name }, context)).toMatchObject({
      isReady: false,
      template: { title: 'Ours' },
    })
    const { templates } = (await answer(listLabelTemplates, {}, context)) as {
      templates: unknown[]
    }
    expect(templates).toHaveLength(readyTemplates.length)
    await expect(
      answer(saveLabelTemplate, { template: { ...own, width: 1 } }, context),
    ).rejects.toThrow('Element 1 (code): It reaches to')
    const preview = { template: own.name, unit: 1, dpi: 203 }
    const shown = (await answer(previewLabel, preview, context)) as { svg: string }
    expect(shown.svg).toContain('<svg')
    expect(shown).toMatchObject({ findings: [] })
    const wrong = await answer(previewLabel, { template: { name: 'x' } }, context)
    expect(wrong).toMatchObject({ svg: null, findings: [{ level: 'error' }, {}, {}, {}] })
  })

  it('are printed once, recorded as events, and known to stick when they are scanned', async () => {
    const opened = await open()
    const context = contextOf(opened)
    const units = await makeUnits(opened, 25)
    const printer = await addPrinter(context)
    expect(await answer(checkPrinter, { printer: 'Bench' }, context)).toMatchObject({
      isReady: true,
    })
    const job = await newJob(context, { units })
    expect(printer.labels).toEqual([])
    expect((await send(context, job)).at(-1)).toBe(25)
    expect(printer.labels).toHaveLength(25)
    await expect(send(context, job)).rejects.toThrow('The print job is printed')
    expect(await look(context, job)).toMatchObject({ state: 'printed', unseen: 25 })
    for (const [scan, wasSeen, unseen] of [
      ['D00003', false, 24],
      ['d00003', true, 24],
      [']d2010950600013435221D00004', false, 23],
      ['010950600013435221D00005', false, 22],
      ['https://id.example.com/01/09506000134352/21/D00006', false, 21],
    ] as const) {
      const seen = await answer(seeLabel, { job, scan }, context)
      expect(seen).toMatchObject({ wasSeen, unseen })
    }
    await expect(answer(seeLabel, { job, scan: 'Z9' }, context)).rejects.toThrow('no label of this')
    const again = await newJob(context, { units: '3', copies: 2 })
    await send(context, again)
    expect(printer.labels).toHaveLength(27)
    const history = (await answer(showHistory, { unit: '#3' }, context)) as {
      lines: { sentence: string; kind: string }[]
    }
    const labels = history.lines.filter(({ kind }) => kind === 'print_label')
    expect(labels.map(({ sentence }) => sentence)).toEqual([
      'Label printed',
      'Label printed again',
      'Label printed again',
    ])
    // The third copy says so in its dots.
    expect(printer.labels[26]).not.toBe(printer.labels[25])
    expect((await look(context, again)).unseen).toBe(1)
  })

  it('are never printed twice by themselves when the printer breaks off', async () => {
    const opened = await open()
    const context = contextOf(opened)
    const units = await makeUnits(opened, 25)
    const printer = await addPrinter(context)
    const job = await newJob(context, { units })
    printer.state.paperOut = true
    await expect(send(context, job)).rejects.toThrow('Bench: Put labels in')
    expect(await look(context, job)).toMatchObject({ state: 'waiting', printed: 0 })
    printer.state.paperOut = false
    printer.state.breaksAt = 14
    await expect(send(context, job)).rejects.toMatchObject({
      problem: { type: 'printer_unreachable' },
    })
    printer.state.breaksAt = null
    expect(await look(context, job)).toMatchObject({
      state: 'unsure',
      printed: 10,
      unsure: { from: 11, to: 20 },
    })
    await expect(send(context, job)).rejects.toThrow('say first how many')
    await expect(answer(settleLabelJob, { job, printed: 21 }, context)).rejects.toThrow(
      'Between 10 and 20',
    )
    const settled = await answer(settleLabelJob, { job, printed: 13 }, context)
    expect(settled).toMatchObject({ state: 'waiting', printed: 13, unseen: 13 })
    await send(context, job)
    expect(printer.labels).toHaveLength(25)
    expect(new Set(printer.labels).size).toBe(25)
    expect(await look(context, job)).toMatchObject({ state: 'printed', unseen: 25 })
  })

  it('that were on their way when the server died wait for somebody to say what came out', async () => {
    const opened = await open()
    const context = contextOf(opened)
    const units = await makeUnits(opened, 5)
    await addPrinter(context)
    const job = await newJob(context, { units })
    // As a process that was killed between the announcement and the answer leaves it.
    const { data } = await opened.store.read
      .selectFrom('settings')
      .select('data')
      .where('name', '=', job)
      .executeTakeFirstOrThrow()
    const left = {
      ...(JSON.parse(data) as object),
      state: 'sending',
      sender: 'another process',
      heartbeat: Date.now() - 1_000_000,
      sending: { from: 1, to: 5, commands: [randomUUID()] },
    }
    await opened.store.transact((transaction) =>
      transaction.keepSetting('label_job', job, JSON.stringify(left), Date.now()),
    )
    expect(await look(context, job)).toMatchObject({ state: 'unsure', unsure: { from: 1, to: 5 } })
    await answer(settleLabelJob, { job, printed: 5 }, context)
    expect(await look(context, job)).toMatchObject({ state: 'printed', unseen: 5 })
  })

  it('are queued, cancelled, and made as blanks that a scan claims', async () => {
    const opened = await open()
    const context = contextOf(opened)
    await makeUnits(opened, 1)
    const printer = await addPrinter(context)
    const blanks = await newJob(context, { blanks: { item: 'DRIVE', count: 3 } })
    await send(context, blanks)
    expect(printer.labels).toHaveLength(3)
    await accept(opened.ledger, 'receive', { units: ['D00003'], location: 'HQ' })
    const other = await newJob(context, { units: '1' })
    expect(await answer(cancelLabelJob, { job: other }, context)).toMatchObject({
      state: 'cancelled',
    })
    await expect(send(context, other)).rejects.toThrow('was cancelled')
    const { jobs } = (await answer(listLabelJobs, {}, context)) as { jobs: { id: string }[] }
    expect(jobs.map(({ id }) => id).sort()).toEqual([blanks, other].sort())
    const repeated = { id: other, template: 'unit-51x25', printer: 'Bench', units: '1' }
    expect(await answer(createLabelJob, repeated, context)).toMatchObject({ state: 'cancelled' })
  })

  it('go to printers that an administrator allowed, and to nothing else', async () => {
    const opened = await open()
    const context = contextOf(opened)
    await makeUnits(opened, 1)
    const printer = { name: 'P', kind: 'zpl', dpi: 203, port: 9100 }
    for (const host of [
      '169.254.169.254',
      '0.0.0.0',
      '224.0.0.1',
      'fe80::1',
      '::ffff:169.254.1.1',
    ]) {
      await expect(answer(savePrinter, { ...printer, host }, context)).rejects.toThrow(
        /cannot be a printer|no address of a printer/,
      )
    }
    const outside = { ...printer, host: '127.0.0.1', port: 22 }
    await expect(answer(savePrinter, outside, context)).rejects.toThrow('port')
    await expect(newJob(context, { units: '1', printer: 'nobody' })).rejects.toThrow('no printer')
    const operator = { ...context, access: { ...context.access, permissions: new Set(['read']) } }
    await expect(
      answer(savePrinter, { ...printer, host: '127.0.0.1' }, operator as Context),
    ).rejects.toMatchObject({ problem: { type: 'permission_denied' } })
  })

  it('go to IPP queues as one PDF', async () => {
    const opened = await open()
    const context = contextOf(opened)
    const units = await makeUnits(opened, 3)
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
    await answer(savePrinter, { name: 'Queue', kind: 'ipp', dpi: 300, ...address }, context)
    expect(await answer(checkPrinter, { printer: 'Queue' }, context)).toEqual({
      isReady: true,
      problems: [],
    })
    const job = await newJob(context, { units, printer: 'Queue' })
    await send(context, job)
    queue.close()
    const document = received.at(-1)!.toString('latin1')
    expect(document).toContain(`ipp://127.0.0.1:${port}/printers/labels`)
    expect(document.slice(document.indexOf('%PDF')).match(/\/Type \/Page\b/g)).toHaveLength(3)
    expect(await look(context, job)).toMatchObject({ state: 'printed', unseen: 3 })
  })
})
