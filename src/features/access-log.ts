import type { AccessAct } from '../contract/access-log.ts'
import type { Said } from '../i18n/clause.ts'
import texts from '../i18n/en/access.json' with { type: 'json' }
import { inEnglish, sayFrom } from '../i18n/english.ts'
import type { ServerContext } from './context.ts'

/** Says what is written down of an act. */
export const sayAccess = sayFrom('access', texts)

/** What is written down of an act, besides who, when and from where. */
export interface Noted {
  /** Whom or what it was done to. */
  readonly subject?: string
  readonly detail?: Said
  /** Who did it, where that is not who asked: whoever just signed in. */
  readonly actor?: string
}

/** Writes down an act that concerns access. Secrets are never among its words. */
export async function note(
  { accounts, access, visit, now }: ServerContext,
  act: AccessAct,
  { subject, detail, actor = access.actor }: Noted = {},
): Promise<void> {
  await accounts.db
    .insertInto('access_log')
    .values({
      time: now(),
      act,
      actor,
      subject: subject ?? null,
      address: visit.address,
      detail: detail === undefined ? null : inEnglish(detail),
      said: detail === undefined ? null : JSON.stringify(detail),
    })
    .execute()
}
