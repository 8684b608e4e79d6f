import type { Command } from '../../src/domain/command.ts'
import type { Random } from '../faults/random.ts'
import { items, locations, orders, parties } from './generate-input.ts'
import { newId } from './random-command.ts'

const itemData: Readonly<Record<(typeof items)[number], object>> = {
  BIKE: { scheme: 'BK{seq:4}', stage: 'finished' },
  CARD: { serialScope: 'everywhere', tracking: 'unit' },
  CHIP: { serialScope: 'maker', maker: 'ACME', stage: 'raw_material' },
  FLOUR: { kind: 'portion', scheme: 'FL{seq:4}', measure: 'kg' },
  PALLET: { kind: 'container', serialScope: 'everywhere' },
  CRATE: { kind: 'container', scheme: 'CR{seq:4}' },
}

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
