import {
  ArrowRight,
  Ban,
  CircleCheck,
  CircleHelp,
  Hash,
  PackageCheck,
  PackageMinus,
  PackagePlus,
  Replace,
  Scale,
  Scissors,
  SearchCheck,
  Tag,
  Trash2,
  Truck,
  Undo2,
  Wrench,
} from 'lucide-react'
import type { Unit } from '../../client/web-client.ts'
import { identifierTypes, serialType } from '../../domain/identifier.ts'
import { decimalsOf, wholeAmount } from './amounts.ts'
import type { ActionField, UnitAction } from './unit-action.ts'

const to: ActionField = { name: 'to', kind: 'location' }
const isPortion = (unit: Unit) => unit.kind === 'portion'
const isInside = (unit: Unit) => unit.place.containers.length > 0

/** Everything that can be done to units, the usual first. */
export const unitActions: readonly UnitAction[] = [
  {
    name: 'move',
    kind: 'move',
    picture: ArrowRight,
    fields: [to],
    isForMany: true,
    isMain: true,
    input: ({ to }) => ({ to }),
  },
  {
    name: 'hold',
    kind: 'hold',
    picture: Ban,
    fields: [{ name: 'reason', kind: 'text' }],
    isForMany: true,
    isMain: true,
    input: ({ reason }) => ({ hold: reason }),
  },
  {
    name: 'release',
    kind: 'release',
    picture: CircleCheck,
    fields: [],
    isForMany: true,
    isMain: true,
    suits: ({ holds }) => holds.length > 0,
    input: () => ({}),
  },
  {
    name: 'ship',
    kind: 'ship',
    picture: Truck,
    isForMany: true,
    fields: [
      { name: 'party', kind: 'party', isOptional: true },
      { name: 'order', kind: 'order', isOptional: true },
    ],
    input: ({ party, order }) => ({ party, order }),
  },
  {
    name: 'put',
    kind: 'put',
    picture: PackagePlus,
    fields: [{ name: 'container', kind: 'unit' }],
    isForMany: true,
    input: ({ container }) => ({ container }),
  },
  {
    name: 'take',
    kind: 'take',
    picture: PackageMinus,
    fields: [{ ...to, isOptional: true }],
    isForMany: true,
    suits: isInside,
    input: ({ to }) => ({ to }),
  },
  {
    name: 'trait',
    kind: 'change',
    picture: Tag,
    isForMany: true,
    fields: [
      { name: 'trait', kind: 'trait' },
      { name: 'value', kind: 'value', isOptional: true },
    ],
    input: ({ trait = '', value }, unit) => ({
      traits: { [trait]: traitValue(value, unit?.traits[trait]) },
    }),
  },
  {
    name: 'identify',
    kind: 'identify',
    picture: Hash,
    isForMany: false,
    fields: [
      {
        name: 'type',
        kind: 'choice',
        table: 'identifier',
        choices: identifierTypes.filter((type) => type !== serialType),
      },
      { name: 'serial', kind: 'text' },
    ],
    input: ({ type, serial }) => ({ identifiers: [{ type, value: serial }] }),
  },
  {
    name: 'measure',
    kind: 'measure',
    picture: Scale,
    isForMany: false,
    suits: isPortion,
    fields: [{ name: 'amount', kind: 'amount' }],
    input: ({ amount }, unit) => ({ content: wholeAmount(amount, decimalsOf(unit)) }),
  },
  {
    name: 'split',
    kind: 'split',
    picture: Scissors,
    isForMany: false,
    suits: isPortion,
    fields: [
      { name: 'amount', kind: 'amount' },
      { name: 'serial', kind: 'text', isOptional: true },
      { ...to, isOptional: true },
    ],
    input: ({ amount, serial, to }, unit) => ({
      parts: [{ content: wholeAmount(amount, decimalsOf(unit)), serial }],
      location: to,
    }),
  },
  {
    name: 'replace',
    kind: 'replace',
    picture: Replace,
    isForMany: false,
    fields: [
      { name: 'serial', kind: 'text' },
      { name: 'why', kind: 'choice', table: 'replacement', choices: ['damaged', 'mistyped'] },
    ],
    input: ({ serial, why }) => ({ serial, why }),
  },
  {
    name: 'repair',
    kind: 'repair_start',
    picture: Wrench,
    isForMany: true,
    fields: [{ ...to, isOptional: true }],
    input: ({ to }) => ({ to }),
  },
  {
    name: 'repaired',
    kind: 'repair_finish',
    picture: CircleCheck,
    isForMany: true,
    fields: [{ ...to, isOptional: true }],
    input: ({ to }) => ({ to }),
  },
  {
    name: 'deliver',
    kind: 'deliver',
    picture: PackageCheck,
    fields: [],
    isForMany: true,
    input: () => ({}),
  },
  {
    name: 'return',
    kind: 'return',
    picture: Undo2,
    fields: [to],
    isForMany: true,
    input: ({ to }) => ({ location: to }),
  },
  {
    name: 'found',
    kind: 'find',
    picture: SearchCheck,
    fields: [to],
    isForMany: true,
    input: ({ to }) => ({ location: to }),
  },
  {
    name: 'lose',
    kind: 'lose',
    picture: CircleHelp,
    fields: [],
    isForMany: true,
    isFinal: true,
    input: () => ({}),
  },
  {
    name: 'dispose',
    kind: 'dispose',
    picture: Trash2,
    isForMany: true,
    isFinal: true,
    fields: [],
    input: () => ({}),
  },
]

/** A trait keeps the type that it has; an empty value takes it away. */
function traitValue(text: string | undefined, former: unknown): string | number | boolean | null {
  if (text === undefined) return null
  if (typeof former === 'number' && Number.isFinite(Number(text))) return Number(text)
  if (typeof former === 'boolean') return text === 'true'
  return text
}
