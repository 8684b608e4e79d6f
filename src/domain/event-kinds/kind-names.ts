import { nameOf } from '../status.ts'

/**
 * Names of all kinds of events. The storage code of a kind is its place here: add at the end only.
 * They stand apart from the kinds, so that a thread that only reads rows loads nothing else.
 */
export const kindNames: readonly string[] = [
  'commission',
  'expect',
  'receive',
  'move',
  'put',
  'take',
  'change',
  'identify',
  'hold',
  'release',
  'reserve',
  'unreserve',
  'pick',
  'pack',
  'ship',
  'deliver',
  'return',
  'split',
  'measure',
  'find',
  'lose',
  'adjust',
  'observe',
  'dispose',
  'replace',
  'correct',
  'create_item',
  'change_item',
  'create_location',
  'change_location',
  'create_party',
  'change_party',
  'create_order',
  'change_order',
  'create_lot',
  'change_lot',
  'create_batch',
  'change_batch',
  'start',
  'finish',
  'repair_start',
  'repair_finish',
  'consume',
  'print_label',
  'lease',
  'lease_report',
  'create_trait',
  'change_trait',
]

const codes = new Map(kindNames.map((name, code) => [name, code]))

/** Storage code of a kind of event. */
export function kindCode(name: string): number {
  const code = codes.get(name)
  if (code === undefined) throw new RangeError(`No storage code for the kind ${name}.`)
  return code
}

/** Kind of event for a storage code; throws on a code that no release has written. */
export const kindName = (code: number): string => nameOf(kindNames, code)
