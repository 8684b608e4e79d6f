import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTable } from '../../../files/read/open-table.ts'
import { applyMapping } from './apply-mapping.ts'
import { guessMapping } from './guess-mapping.ts'
import { bindMapping, mapping } from './mapping.ts'
import { createRowChecks } from './row-checks.ts'
import type { BoundMapping } from './mapping.ts'
import type { MappedRow } from './mapped-row.ts'
import type { RowChecks } from './row-checks.ts'
import { inEnglish } from '../../../i18n/english.ts'

const data = join(import.meta.dirname, '../../../../test/data')

/** Every row of a file, mapped as it was guessed: with no more than the name of the file. */
async function mapFile(name: string): Promise<MappedRow[]> {
  const table = await openTable(join(data, name))
  const mapped: MappedRow[] = []
  let bound: BoundMapping | undefined
  let checks: RowChecks | undefined
  for await (const batch of table.rows()) {
    bound ??= bindMapping(mapping.parse(guessMapping(table.headers, batch)), table.headers).bound
    checks ??= createRowChecks(bound.mapping.kind)
    for (const row of batch) mapped.push(checks.check(applyMapping(bound, row)))
  }
  return mapped
}

const count = (list: readonly { code: string }[], code: string): number =>
  list.filter((problem) => problem.code === code).length

it('29,072 drives are read with their models, dates and failures', async () => {
  const rows = await mapFile('drives-2013.csv')
  expect(rows).toHaveLength(29_072)
  expect(rows.flatMap(({ problems }) => problems)).toEqual([])
  expect(rows.filter(({ unit }) => unit?.failed !== undefined)).toHaveLength(724)
  expect(new Set(rows.map(({ item }) => item?.sku)).size).toBe(40)
  expect(rows.filter((row) => row.item?.sku === 'ST3000DM001' && row.unit?.failed)).toHaveLength(
    254,
  )
  expect(rows[0]).toMatchObject({
    line: 2,
    item: { sku: 'TOSHIBA DT01ACA300', name: 'TOSHIBA DT01ACA300' },
    unit: {
      serial: '13H2B97AS',
      received: Date.UTC(2013, 9, 15),
      lastSeen: Date.UTC(2013, 11, 31),
      traits: { capacity_bytes: 3000592982016 },
    },
  })
  const warnings = rows.flatMap((row) => row.warnings)
  expect(count(warnings, 'serial_look_alike')).toBe(warnings.length)
  expect(
    warnings.some(({ said }) =>
      inEnglish(said).includes('JK1105B8GGADLX looks like JK1105B8GGAD1X'),
    ),
  ).toBe(true)
})

it('of 500 devices 490 are read, and the others are refused with their reasons', async () => {
  const rows = await mapFile('gudid-sample-500.json')
  expect(rows).toHaveLength(500)
  expect(rows.filter(({ problems }) => problems.length === 0)).toHaveLength(490)
  const problems = rows.flatMap((row) => row.problems)
  expect(count(problems, 'gtin_check_digit')).toBe(9)
  expect(count(problems, 'item_repeated')).toBe(1)
  expect(problems).toHaveLength(10)
  const packs = rows.filter(({ warnings }) => count(warnings, 'pack_check_digit') > 0)
  expect(packs).toHaveLength(2)
  expect(packs.every((row) => row.item?.gtin !== undefined && row.problems.length === 0)).toBe(true)
  expect(rows[0]?.item).toMatchObject({
    sku: '00812301020010',
    gtin: '00812301020010',
    name: 'EBI OsteoGen Implantable Bone Growth Stimulator',
    maker: 'EBI, LLC',
    category: 'Patient-worn bone growth electromagnetic stimulator',
    tracking: 'unit',
    traits: { model: '10-1318', publish: '2014-09-19', count: 1 },
  })
})
