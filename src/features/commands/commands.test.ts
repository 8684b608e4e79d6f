import { uuidv7 } from 'uuidv7'
import { expect, it } from 'vitest'
import { clientOf } from '../../../test/support/client.ts'
import { forEachStore } from '../../../test/support/stores.ts'
import { commandsPerCallMax, recordCommands } from '../../contract/commands.ts'
import { showHistory } from '../../contract/units.ts'

const command = (kind: string, input: object, id = uuidv7()) => ({ id, kind, input })

forEachStore('commands of one call', (open) => {
  it('are recorded in order, each for itself, by whoever asks', async () => {
    const client = clientOf(await open())
    const make = command('create_item', { code: 'LAMP', scheme: 'LAMP-{seq:2}' })
    const commands = [
      command('commission', { item: 'LAMP', count: 1 }),
      make,
      command('create_location', { code: 'HQ' }),
      command('commission', { item: 'LAMP', count: 2, location: 'HQ' }),
      make,
      command('create_item', { code: 'BULB' }, make.id),
      command('move', { units: ['LAMP-01', 'NONE'], to: 'HQ', partial: true }),
    ]
    const { answers } = await client.call(recordCommands, { commands })
    expect(answers).toMatchObject([
      { ok: false, refusal: { code: 'item_unknown' } },
      { ok: true, event: 1 },
      { ok: true, event: 2 },
      { ok: true, event: 3, created: '1-2' },
      { ok: true, event: 1 },
      { ok: false, refusal: { code: 'command_conflict' } },
      { ok: true, event: 4, refused: [{ index: 1, refusal: { code: 'unit_unknown' } }] },
    ])
    const { lines } = await client.call(showHistory, { unit: 'LAMP-01' })
    expect(lines.map(({ sentence, actor }) => [sentence, actor])).toEqual([
      ['Made at HQ', 'tester'],
      ['Moved to HQ', 'tester'],
    ])
  })

  it('are limited in number', async () => {
    const client = clientOf(await open())
    const ask = (count: number) =>
      client.call(recordCommands, {
        commands: Array.from({ length: count }, () => command('create_item', { code: '' })),
      })
    expect((await ask(commandsPerCallMax)).answers).toHaveLength(commandsPerCallMax)
    for (const count of [0, commandsPerCallMax + 1]) {
      await expect(ask(count)).rejects.toMatchObject({ problem: { type: 'input_invalid' } })
    }
  })
})
