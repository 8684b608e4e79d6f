import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { clientOf } from '../support/client.ts'
import { runLine } from '../support/command-line.ts'
import { startFakePrinter } from '../support/fake-printer.ts'
import { makeDrives } from '../support/labels.ts'
import { forEachStore } from '../support/stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'seriatim-labels-'))
afterAll(() => rmSync(folder, { recursive: true }))

forEachStore('the command line', (open) => {
  it('makes labels as files, and checks and saves templates', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await makeDrives(opened, 3)
    const run = (...words: string[]) => runLine(client, words)
    const at = (name: string) => join(folder, name)
    const pdf = await run('label', '--find', 'item:DRIVE', '--out', at('labels.pdf'))
    expect(pdf).toMatchObject({ exitCode: 0, stdout: `3 labels written to ${at('labels.pdf')}.\n` })
    expect(readFileSync(at('labels.pdf'), 'latin1')).toMatch(/^%PDF-1\.\d/)
    const pictures = await run('label', '--units', '1-3', '--out', at('labels.png'))
    expect(pictures.stdout).toContain('labels-1.png to')
    const { stdout: template } = await run('label', '--show', 'unit-51x25')
    expect(JSON.parse(template)).toMatchObject({ name: 'unit-51x25', width: 50.8 })
    writeFileSync(at('own.json'), template.replaceAll('unit-51x25', 'ours'))
    expect((await run('label', '--check', at('own.json'))).stdout).toContain('is good')
    expect((await run('label', '--save', at('own.json'))).stdout).toBe('Template ours saved.\n')
    expect((await run('label', '--list')).stdout).toMatch(/^ours .* own$/m)
    writeFileSync(at('bad.json'), '{"name":"bad"}')
    const bad = await run('label', '--check', at('bad.json'))
    expect(bad.stdout).toContain('error: title: is missing.')
    expect(bad.exitCode).toBe(1)
    const wrong = await run('label', '--units', '9', '--out', at('no.pdf'))
    expect(wrong).toMatchObject({ exitCode: 1, stderr: 'There is no unit #9.\n' })
    expect(() => readFileSync(at('no.pdf'))).toThrow('ENOENT')
  })

  it('prints on a printer, settles what broke off, and scans labels back', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await makeDrives(opened, 3)
    const printer = await startFakePrinter()
    const run = async (...words: string[]) => {
      const { stdout, stderr } = await runLine(client, words)
      return stdout + stderr
    }
    const port = String(printer.port)
    expect(await run('printer', 'add', 'Bench', '127.0.0.1', '--port', port)).toContain('Bench')
    expect(await run('printer', 'list')).toContain(`127.0.0.1:${port}`)
    expect(await run('printer', 'check', 'Bench')).toBe('Bench is ready.\n')
    printer.state.breaksAt = 2
    const broken = await run('print', 'labels', '--find', 'item:DRIVE', '--printer', 'Bench')
    expect(broken).toContain('did not come to its end')
    printer.state.breaksAt = null
    const job = /Job (\S+) did/.exec(broken)![1]!
    expect(await run('print', 'show', job)).toContain('unsure')
    expect(await run('print', 'settle', job, '1')).toContain('1 of 3')
    expect(await run('print', 'resume', job)).toBe(`${job}: 3 of 3 printed.\n`)
    expect(printer.labels).toHaveLength(3)
    const { stdout } = await runLine(
      client,
      ['print', 'seen', job],
      'D00001\nD00002\nD00002\nD00003\n',
    )
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      'D00001 seen; 2 to go.',
      'D00002 seen; 1 to go.',
      'D00002 was seen before; 1 to go.',
      'D00003 seen; the job is complete.',
    ])
    expect(await run('print', 'jobs')).toMatch(/printed +3 of 3 +0 +unit-51x25 +Bench/)
    await run('print', 'labels', '--blanks', 'DRIVE', '--count', '2', '--printer', 'Bench')
    expect(printer.labels).toHaveLength(5)
    expect(await run('printer', 'remove', 'Bench')).toContain('Nothing can be sent to Bench')
    await printer.close()
  })
})
