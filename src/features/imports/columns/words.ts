import { statuses } from '../../../domain/status.ts'
import { partyRoles, placeKinds } from '../../../domain/subject-words.ts'
import { fault } from './value-problem.ts'
import type { Status } from '../../../domain/status.ts'
import type { Reading, ValueProblemCode } from './value-problem.ts'

/** What other systems call a status, in lower case without punctuation. */
const statusWords: Readonly<Record<string, Status>> = {
  active: 'in_stock',
  available: 'in_stock',
  'on hand': 'in_stock',
  ok: 'in_stock',
  'ready to deploy': 'in_stock',
  deployable: 'in_stock',
  stock: 'in_stock',
  'on order': 'expected',
  ordered: 'expected',
  'pending delivery': 'expected',
  'in production': 'in_progress',
  'work in progress': 'in_progress',
  wip: 'in_progress',
  repair: 'in_repair',
  'under repair': 'in_repair',
  allocated: 'reserved',
  shipped: 'in_transit',
  'in transit': 'in_transit',
  expired: 'in_stock',
  deployed: 'delivered',
  sold: 'delivered',
  'checked out': 'delivered',
  'with customer': 'delivered',
  rma: 'returned',
  used: 'consumed',
  archived: 'disposed',
  destroyed: 'disposed',
  retired: 'disposed',
  scrapped: 'disposed',
  missing: 'lost',
  stolen: 'lost',
  'lost stolen': 'lost',
}

/** Words for things that are here but may not be used: they are held for that reason. */
const holdWords = new Set([
  'attention needed',
  'broken',
  'broken not fixable',
  'damaged',
  'defective',
  'failed',
  'on hold',
  'out for diagnostics',
  'out for repair',
  'pending',
  'quarantine',
  'quarantined',
  'rejected',
  'undeployable',
])

/** Statuses that a file can give. */
const given = statuses.filter((status) => status !== 'void')

const readStatusWord = wordReader('status_unknown', 'statuses', given, statusWords)

/** What a status says of a unit: where it stands in its life, and why it may not be used. */
export interface StatusMeaning {
  readonly status: Status
  readonly hold?: string
}

export function readStatus(text: string): Reading<StatusMeaning> {
  if (holdWords.has(bareWords(text))) {
    return { value: { status: 'in_stock', hold: text.trim().slice(0, 200) } }
  }
  const reading = readStatusWord(text)
  return reading.fault === undefined ? { value: { status: reading.value } } : reading
}

const bareWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export type LocationKind = (typeof placeKinds)[number]

export const readLocationKind = wordReader('location_kind_unknown', 'kinds', placeKinds, {
  warehouse: 'site',
  store: 'site',
  plant: 'site',
  room: 'zone',
  area: 'zone',
  rack: 'aisle',
  row: 'aisle',
  shelf: 'bin',
  van: 'vehicle',
  truck: 'vehicle',
  bench: 'workstation',
})

export type PartyRole = (typeof partyRoles)[number]

export const readPartyRole = wordReader('party_role_unknown', 'roles', partyRoles, {
  vendor: 'supplier',
  client: 'customer',
  manufacturer: 'maker',
})

function wordReader<T extends string>(
  code: ValueProblemCode,
  factName: string,
  names: readonly T[],
  others: Readonly<Record<string, T>>,
): (text: string) => Reading<T> {
  const known = new Map<string, T>(Object.entries(others))
  for (const name of names) known.set(name.replaceAll('_', ' '), name)
  return (text) => {
    const value = known.get(bareWords(text))
    if (value !== undefined) return { value }
    return { fault: fault(code, { value: text, [factName]: names.join(', ') }) }
  }
}
