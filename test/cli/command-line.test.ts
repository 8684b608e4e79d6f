import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Client } from '../../src/client/client.ts'
import type { UnitView } from '../../src/contract/views.ts'
import { clientOf } from '../support/client.ts'
import { runLine, type Outcome } from '../support/command-line.ts'
import { forEachStore } from '../support/stores.ts'
import { newFile, newFolder } from '../imports/import-file.ts'

/** Runs lines that must all succeed; gives what the last one wrote. */
async function runLines(client: Client, ...lines: readonly (readonly string[])[]): Promise<string> {
  let stdout = ''
  for (const line of lines) {
    const outcome = await runLine(client, line)
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' })
    stdout = outcome.stdout
  }
  return stdout
}

const setUp = (client: Client) =>
  runLines(
    client,
    ['create', 'location', 'HQ', '--set', 'kind=site', '--set', 'name=Head office'],
    ['create', 'location', 'VAN', '--set', 'parent=HQ', '--set', 'kind=vehicle'],
    ['create', 'item', 'DRIVE', '--set', 'name=42', '--set', 'scheme={item.code}-{seq:5}'],
    ['create', 'party', 'ACME', '--set', 'roles=["customer"]'],
    ['create', 'order', 'SO-7', '--set', 'party=ACME'],
  )

const shown = async (client: Client, unit: string): Promise<UnitView> =>
  JSON.parse((await runLine(client, ['--json', 'show', unit])).stdout) as UnitView

/** Answers in the process, and counts how often it was asked. */
function counting(client: Client): { client: Client; calls: () => number } {
  let calls = 0
  return {
    calls: () => calls,
    client: {
      call: (operation, input) => {
        calls += 1
        return client.call(operation, input)
      },
      file: (operation, input) => client.file(operation, input),
      stream: (operation, input) => client.stream(operation, input),
    },
  }
}

forEachStore('the command line', (open) => {
  it('makes, receives, moves, holds, ships and corrects units, and tells their story', async () => {
    const client = clientOf(await open())
    await setUp(client)
    const made = await runLines(client, ['generate', 'DRIVE', '3', '--location', 'HQ'])
    expect(made).toBe('DRIVE-00001\nDRIVE-00002\nDRIVE-00003\n')
    const arrived = await runLine(
      client,
      ['receive', '--item', 'DRIVE', '--location', 'HQ', '--time', '2013-04-26'],
      'Z300GQ9K\r\n\n  2013/0042  \n',
    )
    expect(arrived.stdout).toMatch(/^2 of 2 done \(event \d+\)\.\n$/)
    await runLines(
      client,
      ['move', 'DRIVE/Z300GQ9K', '2013/0042', '--to', 'VAN', '--time', '2013-05-01T08:30+02:00'],
      ['hold', 'Z300GQ9K', '--hold', 'Clicks when it starts'],
    )
    expect(await shown(client, 'Z300GQ9K')).toMatchObject({
      place: { location: { code: 'VAN' } },
      holds: [{ reason: 'Clicks when it starts' }],
      times: { received: '2013-04-26T00:00:00.000Z', moved: '2013-05-01T06:30:00.000Z' },
    })

    const ship = ['ship', 'Z300GQ9K', '2013/0042', '--party', 'ACME', '--order', 'SO-7']
    const shipped = await runLine(client, ship)
    expect(shipped).toMatchObject({ exitCode: 1 })
    expect(shipped.stdout).toMatch(/^1 of 2 done/)
    expect(shipped.stderr).toContain('is on hold (Clicks when it starts)')
    const { event, status } = await shown(client, '2013/0042')
    expect(status).toBe('in_transit')
    await runLines(client, ['correct', String(event), '--reason', 'Wrong lorry'])
    expect(await shown(client, '2013/0042')).toMatchObject({ status: 'in_stock' })

    const slip = await runLine(client, ['find', 'stauts:in_transit'])
    expect(slip.stderr).toMatch(/^stauts:in_transit\n\^\nDid you mean status:in_transit \?\n/)
    const story = await runLines(client, ['history', '2013/0042'])
    expect(story).toMatch(/^2013\/0042 {2}42\n\nEVENT +TIME +WHAT HAPPENED +BY\n/)
    expect(story).toMatch(/2013-04-26 +Received at HQ +tester\n/)
    expect(story).toMatch(/2013-05-01T06:30:00Z +Moved to VAN/)
    expect(story).toContain(`Event ${event} taken back`)
    const past = await runLines(client, ['as-of', '2013-04-30', 'Z300GQ9K'])
    expect(past).toMatch(/place +HQ\n/)
    const before = await runLines(client, ['as-of', '2013-04-25', 'Z300GQ9K'])
    expect(before).toBe('Nothing had happened to Z300GQ9K by 2013-04-25.\n')
    const there = await runLines(client, ['as-of', '2013-05-02', '--location', 'VAN'])
    expect(there.trim().split('\n')).toHaveLength(3)
  })

  it('makes a thousand serials in a handful of calls', async () => {
    const asked = counting(clientOf(await open()))
    await setUp(asked.client)
    const before = asked.calls()
    const { stdout } = await runLine(asked.client, ['generate', 'DRIVE', '1001', '--json'])
    const serials = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { serial: string }).serial)
    expect(serials).toHaveLength(1001)
    expect(serials.at(-1)).toBe('DRIVE-01001')
    expect(asked.calls() - before).toBeLessThanOrEqual(4)
  })

  it('ends with 1 for what was refused and with 2 for wrong use, and says why', async () => {
    const client = clientOf(await open())
    await setUp(client)
    await runLines(client, ['generate', 'DRIVE', '1'])
    const wrong: [exitCode: number, line: string[], stderr: RegExp][] = [
      [1, ['show', 'NONE'], /No unit has the number NONE/],
      [1, ['move', 'NONE', '--to', 'HQ'], /No unit has the number NONE/],
      [1, ['create', 'location', 'HQ'], /location code HQ is in use/],
      [1, ['as-of', '2013-02-31', 'DRIVE-00001'], /"2013-02-31" is not a time/],
      [1, ['as-of', '2013-01-01', '--location', 'NONE'], /no location NONE/],
      [1, ['record', 'juggle', '{}'], /no command "juggle"/],
      [1, ['undo-import', 'NONE'], /no import NONE/],
      [1, ['list', 'lot', 'x\u0000'], /control character/],
      [2, ['frobnicate'], /unknown command 'frobnicate'/],
      [2, ['show'], /missing required argument 'unit'/],
      [2, ['move', 'X'], /required option '--to <location>'/],
      [2, ['generate', 'DRIVE', '0'], /whole number from 1/],
      [2, ['generate', 'DRIVE', '1e3'], /whole number/],
      [2, ['history', 'X', '--latest', '0'], /whole number/],
      [2, ['list', 'things'], /Allowed choices are item, location/],
      [2, ['create', 'item', 'X', '--set', 'nmae=Bolt'], /item has no property nmae/],
      [2, ['create', 'item', 'X', '--set', 'name'], /Write it as name=value/],
      [2, ['move', 'X', '--to', 'HQ', '--time', 'noon'], /Write a time as 2013-07-01/],
      [2, ['record', 'move', 'to HQ'], /the input is not JSON/],
      [2, ['as-of', '2013-01-01'], /name a unit, or a --location/],
      [2, ['correct', 'last'], /whole number/],
    ]
    for (const [exitCode, line, stderr] of wrong) {
      const outcome = await runLine(client, line)
      expect([line, outcome.exitCode, outcome.stderr]).toEqual([
        line,
        exitCode,
        expect.stringMatching(stderr),
      ])
    }
  })

  it('writes JSON that programs can read, whatever is asked', async () => {
    const client = clientOf(await open())
    await setUp(client)
    const file = newFile('more.csv', 'item,serial\nDRIVE,D-1\n')
    const lines: string[][] = [
      ['create', 'item', 'BOLT'],
      ['generate', 'DRIVE', '1', '--location', 'HQ'],
      ['receive', 'R-1', '--item', 'DRIVE', '--location', 'HQ'],
      ['move', 'R-1', '--to', 'VAN'],
      ['hold', 'R-1', '--hold', 'Wet'],
      ['record', 'observe', '{"units":["R-1"],"outcome":"seen"}'],
      ['show', 'R-1'],
      ['history', 'R-1', '--latest', '1'],
      ['as-of', '2099-01-01', '--location', 'VAN'],
      ['list', 'item'],
      ['import', file, '--refused', join(newFolder(), 'refused.csv')],
      ['import', file, '--dry-run'],
      ['list', 'batch'],
      ['check-store'],
      ['mapping', 'list'],
      ['correct', '9'],
    ]
    for (const line of lines) {
      const { stdout, exitCode, stderr } = await runLine(client, ['--json', ...line])
      expect([line[0], exitCode, stderr]).toEqual([line[0], 0, ''])
      expect(() => JSON.parse(stdout) as unknown).not.toThrow()
    }
    const { stdout } = await runLine(client, ['--json', 'list', 'batch'])
    const [{ code }] = JSON.parse(stdout) as [{ code: string }]
    const undone = await runLine(client, ['--json', 'undo-import', code])
    expect(JSON.parse(undone.stdout)).toMatchObject({ batch: code, undone: 2, refused: [] })
  })

  it('imports by a mapping that was saved under a name', async () => {
    const client = clientOf(await open())
    const first = newFile('first.csv', 'Ding,Nummer\nLAMP,0001\n')
    const plan = newFile(
      'plan.json',
      JSON.stringify({
        mapping: {
          version: 1,
          kind: 'units',
          columns: [
            { header: 'Ding', field: 'sku' },
            { header: 'Nummer', field: 'serial' },
          ],
        },
      }),
    )
    await runLines(client, ['mapping', 'save', 'lamps', plan])
    expect(await runLines(client, ['mapping', 'list'])).toMatch(/^NAME +SAVED\nlamps /)
    const loaded = await runLines(client, ['import', first, '--mapping', 'lamps'])
    expect(loaded).toContain('1 item created, 1 location created, 1 unit created.')
    expect(await shown(client, '0001')).toMatchObject({ item: { code: 'LAMP' } })
    const again = await runLines(client, ['import', first, '--mapping', plan])
    expect(again).toMatch(/1 unit there already\.\n$/)
    writeFileSync(plan, '{"columns":')
    const broken = await runLine(client, ['import', first, '--mapping', plan])
    expect(broken).toMatchObject({ exitCode: 1 })
    expect(broken.stderr).toContain('cannot be read')
  })

  it('lets nothing that was typed, scanned or imported steer the terminal', async () => {
    const client = clientOf(await open())
    await setUp(client)
    const hostile = '\u001b]0;owned\u0007\u001b[31m\u202eX\u009b2J\r\n'
    const lines: [line: string[], stdin?: string][] = [
      [['show', hostile]],
      [['move', hostile, '--to', hostile]],
      [['receive', hostile, '--item', 'DRIVE', '--location', 'HQ']],
      [['receive', '--item', 'DRIVE', '--location', 'HQ'], `${hostile}\nA\u202eB\nC\u0000D\n`],
      [['create', 'item', hostile]],
      [['create', 'item', 'X', '--set', `name=${hostile}`]],
      [['create', 'item', 'Y', '--set', 'name=Turned \u202earound']],
      [['list', 'item']],
      [['record', hostile, '{}']],
      [['import', hostile]],
      [['undo-import', hostile]],
      [['as-of', hostile, 'X']],
      [['list', 'item', hostile]],
    ]
    const all: Outcome[] = []
    for (const [line, stdin] of lines) all.push(await runLine(client, line, stdin))
    const written = all.flatMap(({ stdout, stderr }) => [stdout, stderr]).join('')
    expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })
})

it('shows in the help of every command how it is used', async () => {
  const nobody = {} as Client
  const { stdout } = await runLine(nobody, ['--help'])
  const [, listed = ''] = /\nCommands:\n(.*?)\n\n/s.exec(stdout) ?? []
  const names = [...listed.matchAll(/^ {2}([a-z][a-z-]+) /gm)].map(([, name]) => name!)
  const commands = names.filter((name) => name !== 'help')
  expect(commands).toEqual(expect.arrayContaining(['import', 'find', 'serve', 'undo-import']))
  for (const name of commands) {
    const help = await runLine(nobody, [name, '--help'])
    expect(help).toMatchObject({ exitCode: 0, stderr: '' })
    expect(help.stdout).toMatch(new RegExp(`^Usage: seriatim ${name}`))
    expect([name, help.stdout]).toEqual([name, expect.stringContaining('\nExamples:\n  ')])
  }
})
