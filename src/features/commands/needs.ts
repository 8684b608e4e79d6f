import type { Command } from '../../domain/command.ts'
import type { Permission } from '../../contract/permission.ts'
import type { Store } from '../../store/store.ts'

type Asked = Pick<Command, 'kind' | 'input'>

/** What is set up, and not recorded as it happens: lots come with what arrives. */
const setUp: readonly string[] = ['item', 'location', 'party', 'order', 'trait']

/**
 * What commands ask of whoever sends them: to record, or to manage where they make or change items,
 * locations, parties, orders or definitions of traits, or take that back. Whether an order is done
 * is told by whoever does it.
 */
export async function needOf(store: Store, commands: readonly Asked[]): Promise<Permission> {
  if (commands.some(isSettingUp)) return 'manage'
  const corrected = commands.flatMap(({ kind, input }) => {
    const { event } = (input ?? {}) as { event?: unknown }
    return kind === 'correct' && Number.isSafeInteger(event) ? [event as number] : []
  })
  if (corrected.length === 0) return 'record'
  const events = await store.read
    .selectFrom('events')
    .select('data')
    .where('id', 'in', [...new Set(corrected)])
    .where('subject_kind', 'in', setUp)
    .execute()
  return events.every(({ data }) => isOfStatus(JSON.parse(data) as Changed)) ? 'record' : 'manage'
}

function isSettingUp({ kind, input }: Asked): boolean {
  const [, subject] = /^(?:create|change)_(.+)$/.exec(kind) ?? []
  if (subject === undefined || !setUp.includes(subject)) return false
  const { rename, set } = (input ?? {}) as { rename?: unknown; set?: unknown }
  const isChange = kind === 'change_order' && rename === undefined && typeof set === 'object'
  return !isChange || set === null || Object.keys(set).some((name) => name !== 'status')
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
