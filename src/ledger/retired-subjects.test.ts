import { expect, it } from 'vitest'
import { listSubjects, showSubject } from '../contract/subjects.ts'
import { showUnit } from '../contract/units.ts'
import { clientOf } from '../../test/support/client.ts'
import { accept, forEachStore, record } from '../../test/support/stores.ts'

const refused = (code: string) => ({ ok: false, refusal: { code } })

forEachStore('what was made and is taken back', (open) => {
  it.each(['item', 'location', 'party', 'order', 'trait'])(
    'of kind %s: it is found no more, and its code is free',
    async (kind) => {
      const opened = await open()
      const { ledger } = opened
      const client = clientOf(opened)
      const codes = async () =>
        (await client.call(listSubjects, { kind: kind as 'item' })).subjects.map(({ code }) => code)
      const before = await codes()
      const made = await accept(ledger, `create_${kind}`, { code: 'Drill', name: 'Cordles' })
      const undone = await accept(ledger, 'correct', { event: made.event })
      expect(undone.subject).toBe(made.subject)
      expect(await codes()).toEqual(before)
      const shown = client.call(showSubject, { kind: kind as 'item', code: 'Drill' })
      await expect(shown).rejects.toMatchObject({ problem: { type: 'not_found' } })
      const change = { code: 'DRILL', set: { name: 'x' } }
      expect(await record(ledger, `change_${kind}`, change)).toMatchObject(
        refused(`${kind}_unknown`),
      )
      // To take that back in turn gives it back as it was.
      await accept(ledger, 'correct', { event: undone.event })
      const back = await client.call(showSubject, { kind: kind as 'item', code: 'drill' })
      expect(back.subject).toMatchObject({ code: 'Drill', data: { name: 'Cordles' } })
      expect(back.lines.map((line) => line.kind)).toEqual([`create_${kind}`, 'correct', 'correct'])
    },
  )

  it('made again it is the same one, and its serials name the same units', async () => {
    const opened = await open()
    const { ledger } = opened
    const client = clientOf(opened)
    await accept(ledger, 'create_location', { code: 'DOCK' })
    const made = await accept(ledger, 'create_item', { code: 'DRILL', gtin: '04012345000009' })
    const arrival = { item: 'DRILL', entries: [{ serial: 'S1' }], location: 'DOCK' }
    const received = await accept(ledger, 'receive', arrival)
    // While a unit is of it, it stays.
    const kept = await record(ledger, 'correct', { event: made.event })
    expect(kept).toMatchObject(refused('subject_used'))
    expect(kept).toMatchObject({ refusal: { facts: { user: 'unit', by: 'S1 (DRILL)' } } })
    const unreceived = await accept(ledger, 'correct', { event: received.event })
    const unmade = await accept(ledger, 'correct', { event: made.event })
    const code = '0104012345000009\u001d21S2'
    const scanned = { entries: [{ scan: code }], location: 'DOCK' }
    expect(await record(ledger, 'receive', scanned)).toMatchObject(refused('gtin_unknown'))
    const back = await record(ledger, 'correct', { event: unreceived.event })
    expect(back).toMatchObject(refused('subject_retired'))

    const again = await accept(ledger, 'create_item', { code: 'drill', name: 'Drill' })
    expect(again.subject).toBe(made.subject)
    const { created } = await accept(ledger, 'receive', arrival)
    expect(created).toBe('')
    expect(await client.call(showUnit, { unit: 'S1' })).toMatchObject({ item: { code: 'drill' } })
    // It was made anew since, which comes first.
    const stale = await record(ledger, 'correct', { event: unmade.event })
    expect(stale).toMatchObject(refused('correction_stale'))
  })

  it('stays while another refers to it, which is named', async () => {
    const { ledger } = await open()
    const hall = await accept(ledger, 'create_location', { code: 'HALL' })
    const bin = await accept(ledger, 'create_location', { code: 'BIN', parent: 'HALL' })
    const maker = await accept(ledger, 'create_party', { code: 'ACME' })
    const motor = await accept(ledger, 'create_item', { code: 'MOTOR', maker: 'ACME' })
    const bike = await accept(ledger, 'create_item', {
      code: 'BIKE',
      components: [{ item: 'MOTOR', quantity: 1 }],
    })
    const order = await accept(ledger, 'create_order', {
      code: 'SO-1',
      party: 'ACME',
      lines: [{ item: 'BIKE', quantity: 2 }],
    })
    const chain = [
      [hall, 'location', 'BIN'],
      [motor, 'item', 'BIKE'],
      [bike, 'order', 'SO-1'],
    ] as const
    for (const [{ event }, user, by] of chain) {
      const answer = await record(ledger, 'correct', { event })
      expect(answer).toMatchObject({ ...refused('subject_used'), refusal: { facts: { user, by } } })
    }
    // From the last to the first each can go, all in one batch.
    const answers = await Promise.all(
      [order, bike, motor, maker, bin, hall].map(({ event }) =>
        record(ledger, 'correct', { event }),
      ),
    )
    for (const answer of answers) expect(answer).toMatchObject({ ok: true })
    // What referred to it comes back after it only.
    const undone = answers.map((answer) => (answer.ok ? answer.event! : 0))
    const early = await record(ledger, 'correct', { event: undone[4]! })
    expect(early).toMatchObject(refused('subject_retired'))
    await accept(ledger, 'correct', { event: undone[5]! })
    await accept(ledger, 'correct', { event: undone[4]! })
  })

  it('a lot goes with its item, and comes back with it', async () => {
    const opened = await open()
    const { ledger } = opened
    const client = clientOf(opened)
    const item = await accept(ledger, 'create_item', { code: 'FLOUR' })
    await accept(ledger, 'create_lot', { item: 'FLOUR', code: 'L1' })
    const lots = async () => (await client.call(listSubjects, { kind: 'lot' })).subjects.length
    const undone = await accept(ledger, 'correct', { event: item.event })
    expect(await lots()).toBe(0)
    await accept(ledger, 'correct', { event: undone.event })
    expect(await lots()).toBe(1)
  })

  it('codes pass from one to another within a batch', async () => {
    const { ledger, store } = await open()
    await accept(ledger, 'create_location', { code: 'A' })
    await accept(ledger, 'create_location', { code: 'B' })
    const rename = (code: string, to: string) =>
      record(ledger, 'change_location', { code, rename: to, set: {} })
    const answers = await Promise.all([rename('A', 'C'), rename('B', 'A'), rename('C', 'B')])
    for (const answer of answers) expect(answer).toMatchObject({ ok: true })
    const rows = await store.read
      .selectFrom('live_subjects')
      .select('code')
      .where('kind', '=', 'location')
      .orderBy('id')
      .execute()
    expect(rows.map(({ code }) => code)).toEqual(['ELSEWHERE', 'B', 'A'])
  })
})
