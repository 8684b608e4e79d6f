import type { Clause } from '../i18n/clause.ts'
import { inEnglish, sayFrom } from '../i18n/english.ts'
import sentences from '../i18n/en/refusals.json' with { type: 'json' }

const say = /* @__PURE__ */ sayFrom('refusals', sentences)

/**
 * Everything that the ledger can refuse, as one closed list: a stable code and the HTTP status that
 * suits it. What it tells a person to do stands in src/i18n/en/refusals.json, filled in from the
 * facts. A test compares both with `docs/errors.md`, both ways.
 */
export const refusals = {
  input_invalid: 422,
  kind_unknown: 422,
  command_conflict: 409,
  time_in_future: 422,
  unit_unknown: 404,
  unit_ambiguous: 409,
  unit_repeated: 422,
  item_unknown: 404,
  location_unknown: 404,
  party_unknown: 404,
  order_unknown: 404,
  lot_unknown: 404,
  lease_unknown: 404,
  serial_not_leased: 422,
  lease_forbids: 409,
  trait_unknown: 404,
  trait_unfit: 422,
  trait_elsewhere: 422,
  batch_unknown: 404,
  event_unknown: 404,
  gtin_unknown: 404,
  gtin_differs: 409,
  lot_expiry_differs: 409,
  code_taken: 409,
  code_elsewhere: 422,
  serial_taken: 409,
  identifier_taken: 409,
  serial_missing: 422,
  scheme_missing: 422,
  scheme_exhausted: 409,
  scheme_invalid: 422,
  status_forbids: 409,
  held: 409,
  hold_unknown: 404,
  reserved_elsewhere: 409,
  not_a_container: 422,
  container_cycle: 422,
  not_inside: 409,
  container_full: 409,
  not_a_portion: 422,
  content_short: 409,
  creation_kept: 409,
  subject_used: 409,
  subject_retired: 409,
  correction_of_correction: 409,
  correction_blocked: 409,
  correction_stale: 409,
  location_cycle: 422,
  too_many: 422,
  store_busy: 503,
} as const satisfies Record<keyof typeof sentences, number>

export type RefusalCode = keyof typeof refusals
export type RefusalFacts = Clause['values']

/** Why a command was not recorded; it changed nothing. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly facts: RefusalFacts
}

/** What a refusal says. */
export const refusalSaid = ({ code, facts }: Pick<Refusal, 'code' | 'facts'>): Clause =>
  say(code, facts)

/** Makes a refusal with its sentence filled in. */
export function refusal(code: RefusalCode, facts: RefusalFacts = {}): Refusal {
  return { code, message: inEnglish(say(code, facts)), facts }
}

/** Carries a refusal out of the depths of a decision; never leaves the domain. */
export class RefusedError extends Error {
  readonly refusal: Refusal
  constructor(refused: Refusal) {
    super(refused.message)
    this.refusal = refused
  }
}

/** Ends a decision with a refusal. */
export function refuse(code: RefusalCode, facts: RefusalFacts = {}): never {
  throw new RefusedError(refusal(code, facts))
}
