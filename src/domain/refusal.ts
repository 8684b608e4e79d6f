/**
 * Everything that the ledger can refuse, as one closed list: a stable code, the HTTP status that
 * suits it, and a sentence that tells a person what to do. `{name}` is filled in from the facts.
 * A test compares this list with `docs/errors.md` both ways.
 */
export const refusals = {
  input_invalid: [422, '{field}: {problem}'],
  kind_unknown: [422, 'There is no command "{kind}". The commands are: {kinds}.'],
  command_conflict: [
    409,
    'The command id {id} was used before with another content. Send it with a new id.',
  ],
  time_in_future: [
    422,
    'The time {time} lies in the future. Check the clock of the device and send it again.',
  ],
  unit_unknown: [404, 'No unit has the number {unit}. Check the label, or search for part of it.'],
  unit_ambiguous: [
    409,
    'The number {unit} stands for {count} units ({choices}). Say which by item and serial.',
  ],
  unit_repeated: [422, 'The unit {unit} is named twice in one command. Name it once.'],
  item_unknown: [404, 'There is no item {item}. Create it first, or check its code.'],
  location_unknown: [404, 'There is no location {location}. Create it first, or check its code.'],
  party_unknown: [404, 'There is no party {party}. Create it first, or check its code.'],
  order_unknown: [404, 'There is no order {order}. Create it first, or check its number.'],
  lot_unknown: [404, 'There is no lot {lot}.'],
  lease_unknown: [
    404,
    'There is no lease {lease}. One that was handed out after the backup which was restored is' +
      ' not known any more; its serials stay out of use.',
  ],
  serial_not_leased: [422, 'The serial {serial} is not of the lease {lease}. Check the label.'],
  lease_forbids: [
    409,
    'The serial {serial} of the lease {lease} is {state}; it cannot become {wanted}.',
  ],
  trait_unknown: [404, 'The trait {trait} is not defined. Define it first, or check its name.'],
  trait_unfit: [
    422,
    'The trait {trait} takes {fitting}, not {value}. Correct the value, or the definition of {trait}.',
  ],
  trait_elsewhere: [
    422,
    'The trait {trait} belongs to {of}, not to {bearer}. Set it there, or change its definition.',
  ],
  batch_unknown: [404, 'There is no batch {batch}.'],
  event_unknown: [404, 'There is no event {event}.'],
  gtin_unknown: [404, 'No item has the GTIN {gtin}. Create the item with it, or name the item.'],
  gtin_differs: [409, 'The code has the GTIN {gtin}, but the item {item} has {own}. Scan another.'],
  lot_expiry_differs: [
    409,
    'The lot {lot} expires on {known}, and this says {expiry}. Check the label, or change the lot.',
  ],
  code_taken: [409, 'The {subject} code {code} is in use. Change that one, or take another code.'],
  code_elsewhere: [422, 'The location ELSEWHERE is built in and cannot be changed.'],
  serial_taken: [
    409,
    'The serial {serial} belongs to unit {unit} ({status}) already. Move or receive that unit.',
  ],
  identifier_taken: [
    409,
    'The {type} {value} belongs to unit {unit} already. A number can name one unit only.',
  ],
  serial_missing: [422, 'The item {item} needs a serial for each unit. Give one, or a scheme.'],
  scheme_missing: [422, 'The item {item} has no serial scheme. Set one, or give the serials.'],
  scheme_exhausted: [409, 'The scheme {scheme} has no numbers left. Widen its counter.'],
  scheme_invalid: [422, 'The serial scheme {scheme} is wrong at character {position}: {problem}'],
  status_forbids: [409, 'The unit {unit} is {status}; to {step} it, it must be {allowed}.'],
  held: [409, 'The unit {unit} is on hold ({reason}). Release the hold before you {step} it.'],
  hold_unknown: [404, 'The unit {unit} has no hold {hold}.'],
  reserved_elsewhere: [
    409,
    'The unit {unit} is reserved for order {order}. Release it, or ship it under that order.',
  ],
  not_a_container: [422, 'The unit {unit} is not a container, so nothing can be put into it.'],
  container_cycle: [422, 'The unit {unit} cannot be inside itself (through {through}).'],
  not_inside: [409, 'The unit {unit} is not inside a container.'],
  container_full: [409, 'The container {unit} still holds {count} units. Take them out first.'],
  not_a_portion: [422, 'The unit {unit} is one piece; only a portion has a measured content.'],
  content_short: [409, 'The unit {unit} holds {content}; {wanted} cannot be taken from it.'],
  creation_kept: [
    409,
    'A {subject} that was made stays; {code} can be renamed or left unused, not undone.',
  ],
  correction_of_correction: [409, 'The event {event} was corrected already, by event {by}.'],
  correction_blocked: [
    409,
    'Event {event} cannot be undone alone: the later event {later} of unit {unit} needs it.',
  ],
  correction_stale: [
    409,
    'The {subject} {code} was changed again after event {event}. Undo the later change first.',
  ],
  location_cycle: [422, 'The location {location} cannot lie inside itself.'],
  too_many: [422, '{count} {things} in one command; at most {most}. Send several commands.'],
  store_busy: [503, 'The store is busy. The command was not recorded; send it again.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>

export type RefusalCode = keyof typeof refusals
export type RefusalFacts = Readonly<Record<string, string | number | null>>

/** Why a command was not recorded; it changed nothing. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly facts: RefusalFacts
}

/** Makes a refusal with its sentence filled in. */
export function refusal(code: RefusalCode, facts: RefusalFacts = {}): Refusal {
  const message = refusals[code][1].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(facts[name] ?? ''),
  )
  return { code, message, facts }
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
