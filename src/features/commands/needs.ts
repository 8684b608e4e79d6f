import type { Command } from '../../domain/command.ts'
import { eventKinds } from '../../domain/event-kinds/index.ts'
import { setUpKinds } from '../../domain/subject-words.ts'
import type { Permission } from '../../contract/permission.ts'
import type { Store } from '../../store/store.ts'

type Asked = Pick<Command, 'kind' | 'input'>

/**
 * What commands ask of whoever sends them: to record, or to manage where they make or change items,
 * locations, parties, orders or definitions of traits, or take that back. Whether an order is done
 * is told by whoever does it.
 */
export async function needOf(store: Store, commands: readonly Asked[]): Promise<Permission> {
  // Malformed input is refused by the ledger.
  const setsUp = ({ kind, input }: Asked) => eventKinds.get(kind)?.setsUp?.(input ?? {})
  if (commands.some(setsUp)) return 'manage'
  const corrected = commands.flatMap(({ kind, input }) => {
    const { event } = (input ?? {}) as { event?: unknown }
    return kind === 'correct' && Number.isSafeInteger(event) ? [event as number] : []
  })
  if (corrected.length === 0) return 'record'
  const events = await store.read
    .selectFrom('events')
    .select('data')
    .where('id', 'in', [...new Set(corrected)])
    .where('subject_kind', 'in', setUpKinds)
    .execute()
  return events.every(({ data }) => isOfStatus(JSON.parse(data) as Changed)) ? 'record' : 'manage'
}

interface Changed {
  readonly before: { readonly code: string; readonly data: object } | null
  readonly after: { readonly code: string; readonly data: object; readonly retired?: true }
}

/** Whether an event changed nothing but how an order stands. */
const isOfStatus = ({ before, after }: Changed): boolean =>
  before !== null && rest(before) === rest(after)

const rest = ({ data, ...own }: Changed['after']): string =>
  JSON.stringify([own, Object.entries(data).filter(([name]) => name !== 'status')])
