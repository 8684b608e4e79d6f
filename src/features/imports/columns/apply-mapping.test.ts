import { describe, expect, it } from 'vitest'
import { applyMapping } from './apply-mapping.ts'
import { bindMapping, mapping } from './mapping.ts'
import { createRowChecks } from './row-checks.ts'
import type { Field, ImportKind } from './field.ts'
import type { Mapping, MappingColumn } from './mapping.ts'
import { fileProblem } from '../../../files/read/problem.ts'
import { inEnglish } from '../../../i18n/english.ts'

/** Reads one row of a file whose columns are named by their fields. */
function apply(kind: ImportKind, row: Partial<Record<Field, string>>, more: Partial<Mapping> = {}) {
  const fields = Object.keys(row) as Field[]
  const columns: MappingColumn[] = fields.map((field) => ({ header: field, field }))
  const { bound } = bindMapping(mapping.parse({ version: 1, kind, columns, ...more }), fields)
  return applyMapping(bound, { line: 2, values: Object.values(row) as string[] })
}

const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code)

describe('a row of units', () => {
  it('says which unit of which item it is, and what happened to it', () => {
    const { item, unit, problems, warnings } = apply('units', {
      sku: ' DRIVE-4TB ',
      maker: 'Acme',
      serial: '00042',
      'identifier:mac': '00:1b:44:11:3a:b7',
      lot: 'L1',
      location: 'A-1',
      status: 'Ready to Deploy',
      received: '2013-10-15',
      last_seen: '2013-12-31T10:00:00Z',
      expiry: '31.12.2030',
      'trait:colour': 'red',
      order: 'N/A',
      supplier: 'Widgets Ltd',
    })
    expect([problems, warnings]).toEqual([[], []])
    expect(item).toEqual({ sku: 'DRIVE-4TB', name: 'DRIVE-4TB', maker: 'Acme', traits: {} })
    expect(unit).toEqual({
      serial: '00042',
      identifiers: { mac: '00:1b:44:11:3a:b7' },
      lot: 'L1',
      location: 'A-1',
      status: 'in_stock',
      supplier: 'Widgets Ltd',
      received: Date.UTC(2013, 9, 15),
      lastSeen: Date.UTC(2013, 11, 31, 10),
      expiry: Date.UTC(2030, 11, 31),
      traits: { colour: 'red' },
    })
  })

  it('names its item by code, GTIN or name', () => {
    expect(apply('units', { serial: 'A', gtin: '4006381333931', name: 'Pen' }).item?.sku).toBe(
      '04006381333931',
    )
    expect(apply('units', { serial: 'A', name: 'Pen' }).item?.sku).toBe('Pen')
    expect(codes(apply('units', { serial: 'A' }).problems)).toEqual(['item_missing'])
  })

  it('takes what no column has from the mapping', () => {
    const fixed = { sku: 'DRIVE', location: 'A-1' }
    expect(apply('units', { serial: 'A' }, { fixed })).toMatchObject({
      item: { sku: 'DRIVE' },
      unit: { location: 'A-1' },
      problems: [],
    })
  })

  it.each([
    ['', 'serial_missing', []],
    [' ', 'serial_missing', []],
    ['SEE STICKER', 'serial_placeholder', ['serial_placeholder']],
    ['0000', 'serial_placeholder', ['serial_placeholder']],
  ])(
    'with the serial %j is refused, or numbered where that is wanted',
    (serial, code, warnings) => {
      expect(codes(apply('units', { sku: 'X', serial }).problems)).toEqual([code])
      const numbered = apply('units', { sku: 'X', serial }, { missingSerial: 'number' })
      expect(numbered.problems).toEqual([])
      expect(codes(numbered.warnings)).toEqual(warnings)
      expect(numbered.unit).not.toHaveProperty('serial')
    },
  )

  it('needs no serial beside another number', () => {
    expect(apply('units', { sku: 'X', 'identifier:asset_tag': 'T1' }).problems).toEqual([])
    const tag = apply('units', { sku: 'X', serial: 'A', 'identifier:asset_tag': 'unknown' })
    expect(codes(tag.warnings)).toEqual(['identifier_placeholder'])
    expect(tag.unit?.identifiers).toEqual({})
  })

  it('is refused with every problem at once, each at its column', () => {
    const { problems } = apply('units', {
      sku: '#N/A',
      serial: 'A\u200bB',
      received: '03/04/2024',
      status: 'sparkling',
      quantity: '-1',
    })
    expect(problems.map(({ code, column, line }) => [code, column, line])).toEqual([
      ['formula_error', 'sku', 2],
      ['identifier_unusable', 'serial', 2],
      ['date_ambiguous', 'received', 2],
      ['status_unknown', 'status', 2],
      ['quantity_not_positive', 'quantity', 2],
    ])
    for (const { said } of problems) expect(inEnglish(said)).not.toMatch(/\{\w+\}|undefined/)
  })

  it('is refused in a sentence that shows hidden characters, and not all of a long text', () => {
    const { problems } = apply('units', {
      sku: 'X',
      serial: 'A',
      status: `\u202e${'x'.repeat(999)}`,
    })
    expect(inEnglish(problems[0]!.said)).toMatch(/^There is no status "\ufffdx{199}…"/)
  })

  it('is told of fields that came too late to have a meaning', () => {
    const { bound } = bindMapping({ version: 1, kind: 'items', columns: [] }, [])
    const { warnings } = applyMapping(bound, { line: 2, values: [], extra: { colour: 'red' } })
    expect(codes(warnings)).toEqual(['field_left_out'])
  })

  it('is warned of when its times are out of order', () => {
    const late = { sku: 'X', serial: 'A', received: '2024-02-01', last_seen: '2024-01-01' }
    expect(codes(apply('units', late).warnings)).toEqual(['times_out_of_order'])
  })

  it('keeps the problems that the file has found', () => {
    const { bound } = bindMapping({ version: 1, kind: 'units', columns: [] }, [])
    const problem = fileProblem('json_invalid', { line: 2 })
    expect(applyMapping(bound, { line: 2, values: [], problems: [problem] }).problems).toEqual([
      problem,
    ])
  })
})

describe('traits', () => {
  const trait = (type: 'text' | 'number' | 'boolean' | 'date', text: string) => {
    const columns = [
      { header: 't', field: 'trait:t' as const, type },
      { header: 's', field: 'name' as const },
    ]
    const { bound } = bindMapping({ version: 1, kind: 'items', columns }, ['t', 's'])
    const { item, problems } = applyMapping(bound, { line: 2, values: [text, 'X'] })
    return problems[0]?.code ?? item?.traits['t']
  }

  it.each([
    ['text', ' 007 ', '007'],
    ['number', '4000787030016', 4000787030016],
    ['number', 'many', 'number_unreadable'],
    ['number', 'n/a', undefined],
    ['boolean', 'Yes', true],
    ['boolean', 'maybe', 'boolean_unreadable'],
    ['date', '15.10.2013', '2013-10-15'],
    ['text', 'x'.repeat(1001), 'text_too_long'],
  ] as const)('of the type %s take %j', (type, text, expected) => {
    expect(trait(type, text)).toBe(expected)
  })
})

describe('other kinds of rows', () => {
  it('items are tracked by unit, by lot or not at all', () => {
    const tracking = (tracks_serial: string, tracks_lot: string) =>
      apply('items', { sku: 'X', tracks_serial, tracks_lot }).item?.tracking
    expect([
      tracking('true', 'true'),
      tracking('false', 'true'),
      tracking('false', 'false'),
    ]).toEqual(['unit', 'lot', 'none'])
  })

  it('locations and parties have a code, a name and what they are', () => {
    const place = {
      location: 'A-1',
      location_name: 'Aisle 1',
      location_parent: 'HALL',
      location_kind: 'Rack',
    }
    expect(apply('locations', place).location).toEqual({
      code: 'A-1',
      name: 'Aisle 1',
      parent: 'HALL',
      kind: 'aisle',
    })
    expect(
      codes(apply('locations', { gln: '4000001000005', location_name: 'Hall' }).problems),
    ).toEqual([])
    expect(codes(apply('locations', { gln: '4000001000004' }).problems)).toEqual(['gln_invalid'])
    expect(apply('parties', { party_name: 'Acme', party_role: 'Vendor' }).party).toEqual({
      code: 'Acme',
      name: 'Acme',
      role: 'supplier',
    })
    expect(codes(apply('parties', { party_name: '' }).problems)).toEqual(['party_missing'])
  })
})

it('a mapping is tied to a file by names, whatever the order of its columns', () => {
  const saved = mapping.parse({
    version: 1,
    kind: 'items',
    columns: [
      { header: 'Code', field: 'sku' },
      { header: 'Old', field: 'note' },
      { header: 'Junk', field: 'ignore' },
    ],
  })
  const { bound, missing, unknown } = bindMapping(saved, ['New', 'Junk', 'Code'])
  expect(applyMapping(bound, { line: 2, values: ['n', 'j', 'C1'] }).item?.sku).toBe('C1')
  expect([missing, unknown]).toEqual([['Old'], ['New']])
})

it.each([
  { header: 'a', field: 'seriel' },
  { header: 'a', field: 'trait:' },
  { header: 'a', field: 'trait:a.b' },
  { header: 'a', field: 'identifier:IMEI number' },
  { header: 'a', field: 'sku', dateOrder: 'year_first' },
])('a mapping with %j is refused', (column) => {
  expect(mapping.safeParse({ version: 1, kind: 'items', columns: [column] }).success).toBe(false)
})

describe('rows of one file', () => {
  it('that repeat a serial of an item are refused, and look-alikes are warned of', () => {
    const checks = createRowChecks('units')
    const row = (line: number, sku: string, serial: string) => {
      const checked = checks.check({ ...apply('units', { sku, serial }), line })
      return [...checked.problems, ...checked.warnings].map(
        ({ code, said }) => `${code}: ${inEnglish(said)}`,
      )
    }
    expect(row(2, 'X', 'A10')).toEqual([])
    expect(row(3, 'Y', 'A10')).toEqual([])
    expect(row(4, 'X', 'AIO')[0]).toMatch(/^serial_look_alike: .*A10 on line 2/)
    expect(row(5, 'X', 'a10')[0]).toMatch(/^serial_repeated: .*line 2/)
    expect(checks.isComplete()).toBe(true)
  })

  it('that repeat an item, a location or a party are refused', () => {
    const twice = (kind: ImportKind, row: Partial<Record<Field, string>>) => {
      const checks = createRowChecks(kind)
      return codes([0, 1].flatMap(() => checks.check(apply(kind, row)).problems))
    }
    expect(twice('items', { sku: 'X' })).toEqual(['item_repeated'])
    expect(twice('locations', { location: 'A' })).toEqual(['location_repeated'])
    expect(twice('parties', { party_code: 'A' })).toEqual(['party_repeated'])
  })
})
