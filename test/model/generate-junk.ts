import type { Command } from '../../src/domain/command.ts'
import { unitsFor, type Source } from './generate-input.ts'

const deep = JSON.parse('['.repeat(2000) + ']'.repeat(2000)) as unknown
const tooMany = Array.from({ length: 10_001 }, () => 1)

/** Commands that no program should send, and that somebody will. */
export function junk(source: Source): Pick<Command, 'kind' | 'input'> {
  const { random } = source
  const units = unitsFor(source, 'move')
  return random.pick([
    { kind: 'teleport', input: {} },
    { kind: '__proto__', input: {} },
    { kind: 'move', input: null },
    { kind: 'move', input: 'x' },
    { kind: 'move', input: { units: [], to: 'A-1' } },
    { kind: 'move', input: { units: 'x', to: 'A-1' } },
    { kind: 'move', input: { units: [{ item: 1 }], to: 'A-1' } },
    { kind: 'move', input: { units: [-1, 2.5], to: 'A-1' } },
    { kind: 'move', input: { units: ['A\u0000'], to: 'A-1' } },
    { kind: 'move', input: { units: [...units, '\ud800'], to: 'A-1' } },
    { kind: 'move', input: { units, to: 'A\u0000' } },
    { kind: 'move', input: { units, to: deep } },
    { kind: 'move', input: { units: tooMany, to: 'A-1' } },
    { kind: 'correct', input: { event: 'last' } },
    { kind: 'measure', input: { unit: units[0], content: -5 } },
    { kind: 'measure', input: { unit: units[0], content: 1e300 } },
    { kind: 'hold', input: { units, hold: 'turned \u202e round' } },
    { kind: 'change', input: { units, traits: { 'a.b': 1 } } },
    { kind: 'identify', input: { unit: units[0], identifiers: [{ type: 'serial', value: 'S1' }] } },
    { kind: 'create_item', input: { code: 'X', kind: 'liquid' } },
    { kind: 'commission', input: { item: 'BIKE' } },
  ])
}
