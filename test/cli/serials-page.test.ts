import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { clientOf } from '../support/client.ts'
import { runLine } from '../support/command-line.ts'
import { forEachStore } from '../support/stores.ts'

const page = readFileSync(new URL('../../docs/serials.md', import.meta.url), 'utf8')

/** The command lines of the page, without what the shell does with them. */
const lines = [...page.matchAll(/^seriatim (.*)$/gm)].map(([, line]) =>
  line!.replace(/ +[>#] .*$/, ''),
)

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!)

forEachStore('the page about serials', (open) => {
  it('has command lines that do what it says', async () => {
    const client = clientOf(await open())
    const run = async (...words: string[]) => {
      const outcome = await runLine(client, words)
      expect({ words, ...outcome }).toMatchObject({ words, exitCode: 0 })
      return outcome
    }
    const scheme = 'scheme={item.code}-{YY}{WW}-{seq:5}'
    await run('create', 'location', 'HQ', '--set', 'kind=site')
    await run('create', 'location', 'HAM', '--set', 'kind=site', '--set', 'name=Hamburg')
    await run('create', 'item', 'DRIVE', '--set', scheme)
    await run('create', 'item', 'MILK', '--set', 'gtin=09506000134352')

    const told: string[] = []
    let lease = ''
    let serials: string[] = []
    for (const line of lines) {
      const meant = line
        .replace(/L0-\d+/, lease)
        .replaceAll(/DRIVE-\d{4}-0000(\d)/g, (_, number: string) => serials[Number(number)]!)
      const { stdout, stderr } = await run(...wordsOf(meant))
      told.push(stdout)
      lease = /Lease (\S+) of 500 serials/.exec(stderr)?.[1] ?? lease
      if (line.startsWith('pool lease')) serials = stdout.trim().split('\n')
    }

    expect(told[0]).toMatch(/next +DRIVE-\d{4}-0000\d/)
    expect(told[1]).toContain('Hamburg, number 412, check good')
    const shown = await run('show', 'A1', '--json')
    expect(JSON.parse(shown.stdout)).toMatchObject({ item: { code: 'MILK' }, lot: { code: 'L7' } })
    const { stdout } = await run('pool', 'list', '--json')
    const account = { allocated: 0, encoded: 1, commissioned: 0, scrapped: 1, returned: 498 }
    expect(JSON.parse(stdout)).toMatchObject([{ count: 500, account }])
  })
})
