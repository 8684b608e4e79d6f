import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listSubjects, showSubject } from '../../src/contract/subjects.ts'
import { clientOf } from '../support/client.ts'
import { forEachStore } from '../support/stores.ts'
import { loadFile, newFolder, planFile } from './import-file.ts'

const path = join(import.meta.dirname, '../data/gudid-sample-500.json')

const countOf = (groups: readonly { code: string; count: number }[], code: string): number =>
  groups.find((group) => group.code === code)?.count ?? 0

forEachStore('the catalogue of devices', (open) => {
  it('loads but for wrong and repeated numbers, which come back to be repaired', async () => {
    const client = clientOf(await open())
    const plan = await planFile(client, { path })
    expect(plan).toMatchObject({ format: 'json', template: 'GUDID devices', kind: 'items' })
    const refusedPath = join(newFolder(), 'refused.csv')
    const loaded = await loadFile(client, { path }, refusedPath)
    expect(loaded.counts).toEqual(plan.counts)
    expect(loaded.counts).toMatchObject({ rows: 500, newItems: 490, refused: 10 })
    expect(countOf(loaded.refusals, 'gtin_check_digit')).toBe(9)
    expect(countOf(loaded.refusals, 'item_repeated')).toBe(1)
    expect(countOf(loaded.warnings, 'pack_check_digit')).toBe(2)
    const { subjects } = await client.call(listSubjects, { kind: 'item', limit: 1000 })
    expect(subjects).toHaveLength(490)

    const text = readFileSync(refusedPath, 'utf8')
    const [header, ...lines] = text.trim().split('\r\n')
    expect(header!.split(',')).toEqual([...plan.columns.map((column) => column.header), 'reason'])
    const said = /The check digit of the GTIN (\d+) is wrong: it ends in (\d), and (\d) would fit/
    expect(lines.filter((line) => said.test(line))).toHaveLength(9)

    const repaired = lines.map((line) => {
      const [, gtin, , digit] = said.exec(line) ?? []
      return gtin === undefined ? line : line.replaceAll(gtin, gtin.slice(0, -1) + digit)
    })
    const repairedPath = join(newFolder(), 'repaired.csv')
    writeFileSync(repairedPath, [header, ...repaired].join('\r\n'))
    const again = await loadFile(client, { path: repairedPath })
    expect(again.counts).toMatchObject({ rows: 10, newItems: 9, refused: 0 })
    const [, gtin] = said.exec(lines.find((line) => said.test(line))!)!
    const digit = said.exec(lines.find((line) => said.test(line))!)![3]!
    const code = gtin!.slice(0, -1) + digit
    const { subject } = await client.call(showSubject, { kind: 'item', code })
    expect(subject.data).toMatchObject({ gtin: code })
  })
})
