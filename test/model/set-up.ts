import type { Command } from '../../src/domain/command.ts'
import type { Random } from '../faults/random.ts'
import { itemData, items, locations, orders, parties } from './generate-input.ts'
import { newId } from './random-command.ts'

/** Makes what every company of the model has. */
export function setUpCommands(random: Random): Command[] {
  const command = (kind: string, input: object): Command => ({
    id: newId(random),
    actor: 'set-up',
    kind,
    input,
  })
  return [
    ...locations.map((code, index) => {
      const parent = index > 0 && index < 4 ? { parent: 'HALL' } : {}
      return command('create_location', { code, ...parent })
    }),
    ...parties.map((code) => command('create_party', { code })),
    ...orders.map((code) => command('create_order', { code })),
    ...items.map((code) => command('create_item', { code, ...itemData[code] })),
    command('create_batch', { code: 'B-1' }),
  ]
}
