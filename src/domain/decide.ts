import type { Answer, Command } from './command.ts'
import { openDraft } from './draft.ts'
import { findSubject } from './find-subject.ts'
import { formatRuns } from './event.ts'
import type { AnyEventKind } from './event-kind.ts'
import { RefusedError } from './refusal.ts'
import { settle, type Settled } from './settle.ts'
import type { WorkingSet } from './working-set.ts'

/** What a command comes to: its answer, and the rows to write when it was accepted. */
export interface Decision {
  readonly answer: Answer
  readonly settled: Settled | null
}

/**
 * Decides one command against the working set and brings the set up to date. A command that is
 * refused leaves the set as it was. Throws `NeedError` when something was not loaded.
 *
 * @param input the command's input as its kind's schema gave it back
 */
export function decide(
  set: WorkingSet,
  kind: AnyEventKind,
  command: Command,
  input: unknown,
  circumstances: { readonly recorded: number; readonly actor: number },
): Decision {
  const draft = openDraft(set, command, command.time ?? circumstances.recorded)
  try {
    kind.decide(draft, input)
    const { batch } = command
    const settled = settle(draft, {
      ...circumstances,
      batch: batch === undefined ? null : findSubject(draft, 'batch', batch).id,
    })
    const answer: Answer = {
      ok: true,
      event: settled?.event.id ?? null,
      created: formatRuns(draft.created),
      subject: draft.facts.subject?.id ?? null,
      contested: settled?.event.contested ?? false,
      refused: draft.refused,
    }
    return { answer, settled }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    return { answer: { ok: false, refusal: error.refusal }, settled: null }
  }
}
