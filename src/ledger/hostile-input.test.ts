import { uuidv7 } from 'uuidv7'
import { expect, it } from 'vitest'
import { accept, forEachStore, record } from '../../test/support/stores.ts'
import type { Command } from '../domain/command.ts'
import type { Store } from '../store/store.ts'
import type { Ledger } from './ledger.ts'

const setUp = (ledger: Ledger) =>
  Promise.all([
    accept(ledger, 'create_location', { code: 'BIN-1' }),
    accept(ledger, 'create_item', { code: 'BIKE' }),
    accept(ledger, 'commission', { item: 'BIKE', entries: [{ serial: 'B1' }] }),
  ])

const deep = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) as unknown
const withPrototype = JSON.parse('{"__proto__": {"polluted": true}, "colour": "red"}') as object
const commission = (entry: object) => ['commission', { item: 'BIKE', entries: [entry] }] as const

/** Commands with what must not get in, and the code by which they are refused. */
const inputs: readonly (readonly [kind: string, input: unknown, code?: string])[] = [
  commission({ serial: 'A\u0000B' }),
  commission({ serial: 'A\u001b[2JB' }),
  commission({ serial: 'A\u202eB' }),
  commission({ serial: 'A\u200bB' }),
  commission({ serial: 'A\ud800' }),
  commission({ serial: ' ' }),
  commission({ serial: 'x'.repeat(201) }),
  commission({ serial: 'x'.repeat(1_000_000) }),
  commission({ serial: 12 }),
  commission({ serial: null }),
  commission({ serial: 'B2', traits: { 'a.b': 1 } }),
  commission({ serial: 'B2', traits: { 'a\u0000': 1 } }),
  commission({ serial: 'B2', traits: { colour: 'r\u0000d' } }),
  commission({ serial: 'B2', traits: { colour: '\ud800' } }),
  commission({ serial: 'B2', traits: { colour: { red: true } } }),
  commission({ serial: 'B2', traits: { weight: NaN } }),
  commission({ serial: 'B2', traits: withPrototype }),
  commission({ serial: 'B2', lot: 'L\u0000' }),
  commission({ serial: 'B2', content: 1.5 }),
  commission({ serial: 'B2', content: 2 ** 60 }),
  commission({ serial: 'B2', identifiers: [{ type: 'imei', value: '\u0000' }] }),
  commission({ serial: 'B2', identifiers: [{ type: 'x; drop table units', value: '1' }] }),
  commission({ serial: 'B2', identifiers: [{ type: 'serial', value: '1' }] }),
  commission({ serial: 'B2', identifiers: deep }),
  ['commission', { item: 'BIKE', entries: Array.from({ length: 10_001 }, () => ({})) }],
  ['commission', { item: 'BIKE', count: 1e9 }],
  ['commission', { item: 'BIKE', entries: { length: 3 } }],
  ['commission', { item: 'B\u0000', entries: [{ serial: 'B2' }] }],
  ['commission', { item: '__proto__', entries: [{ serial: 'B2' }] }, 'item_unknown'],
  ['commission', withPrototype],
  ['move', deep],
  ['move', { units: ['B1\u0000'], to: 'BIN-1' }],
  ['move', { units: ['B1\ud800'], to: 'BIN-1' }],
  ['move', { units: [{ item: 'BIKE', serial: '\u0000' }], to: 'BIN-1' }],
  ['move', { units: ['B1'], to: 'BIN\u0000' }],
  ['move', { units: [2 ** 53], to: 'BIN-1' }],
  ['move', { units: [2 ** 53 - 1], to: 'BIN-1' }, 'unit_unknown'],
  ['move', { units: ['%'], to: 'BIN-1' }, 'unit_unknown'],
  ['move', { units: ["' or 1=1 --"], to: 'BIN-1' }, 'unit_unknown'],
  ['move', { units: ['\u202e1B'], to: 'BIN-1' }, 'unit_unknown'],
  ['move', { units: ['B1'], to: 2 ** 53 - 1 }, 'location_unknown'],
  ['move', { units: Array.from({ length: 10_001 }, () => 'B1'), to: 'BIN-1' }],
  ['replace', { unit: 'B1', serial: '\u0000', why: 'damaged' }],
  ['hold', { units: ['B1'], hold: 'turned \u202e round' }],
  ['observe', { units: ['B1'], outcome: 'seen', readings: withPrototype }],
  ['observe', { units: ['B1'], outcome: 'seen', readings: { 'a\u0000': 1 } }],
  ['create_location', { code: 'X', name: 'a\nb' }],
  ['create_order', { code: 'X', due: 'tomorrow' }],
  ['create_order', { code: 'X', lines: Array.from({ length: 10_001 }, () => ({})) }],
  ['correct', { event: 2 ** 53 - 1 }, 'event_unknown'],
  ['correct', { event: -1 }],
  ['__proto__', {}, 'kind_unknown'],
  ['constructor', {}, 'kind_unknown'],
]

/** The rest of a command can be as wrong as its input. */
const envelopes: readonly (readonly [object, code?: string])[] = [
  [{ id: 'not-a-uuid' }],
  [{ id: uuidv7().toUpperCase() }],
  [{ id: [uuidv7()] }],
  [{ id: null }],
  [{ kind: { toString: () => 'move' } }],
  [{ kind: 'x'.repeat(1_000_000) }],
  [{ kind: 'mo\u001b[2Jve' }],
  [{ actor: undefined }],
  [{ actor: 'a\u0000' }],
  [{ actor: '\ud800' }],
  [{ actor: 'x'.repeat(201) }],
  [{ reason: 'a\u0000' }],
  [{ reason: { because: 1 } }],
  [{ batch: 'a\u0000' }],
  [{ batch: 'NO-SUCH-BATCH' }, 'batch_unknown'],
  [{ time: NaN }],
  [{ time: 1e20 }],
  [{ time: '2026-01-01' }],
  [{ time: 8_640_000_000_000_000 }, 'time_in_future'],
]

const tables = ['events', 'links', 'units', 'identifiers', 'edges', 'subjects', 'counters'] as const

async function contentsOf(store: Store): Promise<unknown> {
  const rows = tables.map((table) => store.read.selectFrom(table).selectAll().execute())
  return Promise.all(rows)
}

forEachStore('hostile input', (open) => {
  it('gets a clear refusal and changes nothing', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    const before = await contentsOf(store)
    const wishes = [
      ...inputs.map(([kind, input, code]) => ({ wish: { kind, input } as object, code })),
      ...envelopes.map(([wish, code]) => ({ wish, code })),
    ]
    for (const { wish, code = 'input_invalid' } of wishes) {
      const answer = await record(ledger, 'move', { units: ['B1'], to: 'BIN-1' }, wish)
      const message = expect.stringMatching(/^[^\p{Cc}\p{Cs}]{10,700}$/u) as string
      expect({ wish, answer }).toMatchObject({ answer: { ok: false, refusal: { code, message } } })
    }
    expect(await contentsOf(store)).toEqual(before)
    expect({}).not.toHaveProperty('polluted')
    await accept(ledger, 'move', { units: ['B1'], to: 'BIN-1' })
  })

  it('concerns no command that is sent with it', async () => {
    const { ledger } = await open()
    await setUp(ledger)
    const good = () => record(ledger, 'move', { units: ['B1'], to: 'BIN-1' })
    const bad = inputs.map(([kind, input]) => record(ledger, kind, input))
    const answers = await Promise.all([good(), ...bad, good()])
    expect(answers.map(({ ok }) => ok)).toEqual([true, ...bad.map(() => false), true])
  })

  it('that is no command at all is refused too', async () => {
    const { ledger } = await open()
    for (const junk of [null, undefined, 'move', 7, [], [[]], deep]) {
      const answer = await ledger.record(junk as Command)
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'input_invalid' } })
    }
  })

  it('that is harmless comes back as it went in', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    const texts = ['<script>', '=1+1', '^XA~', "'; --", '\\', '"', '%_', 'שלום', '🚲', 'é']
    const entries = texts.map((serial) => ({ serial, traits: { Größe: serial, constructor: 1 } }))
    await accept(ledger, 'commission', { item: 'BIKE', entries })
    const units = await store.read.selectFrom('units').select(['serial', 'detail']).execute()
    for (const text of texts) {
      const unit = units.find(({ serial }) => serial === text)!
      expect(JSON.parse(unit.detail)).toMatchObject({
        'trait.Größe': text,
        'trait.constructor': 1,
      })
    }
  })
})
