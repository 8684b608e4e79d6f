import { isDeepStrictEqual } from 'node:util'
import type { Kysely } from 'kysely'
import type { Answer, Command } from '../../src/domain/command.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { StoreAddress } from '../../src/store/open.ts'
import type { Tables } from '../../src/store/tables.ts'
import { openCompany } from '../support/stores.ts'
import { checkSearch } from './check-search.ts'
import { checkStore, nothingChecked, type Checked } from './check-store.ts'
import { checkTotals } from './check-totals.ts'
import { copyHistory, openHistory, takeAnswer, unanswered, type History } from './history.ts'
import { checkPages, inspect } from './inspect.ts'

/** A store that is killed again and again, and what its clients have seen of it. */
export interface Trial {
  readonly address: StoreAddress
  readonly history: History
  /** What earlier checks have covered. */
  checked: { readonly store: Checked; readonly answers: number }
}

export const openTrial = (address: StoreAddress): Trial => ({
  address,
  history: openHistory(),
  checked: { store: nothingChecked, answers: 0 },
})

/** The same trial on a copy of its store; what happens there leaves the first as it is. */
export const copyTrial = (trial: Trial, address: StoreAddress): Trial => ({
  address,
  history: copyHistory(trial.history),
  checked: trial.checked,
})

/** Lists what is wrong with a store after a kill; looks only at what is new. */
export async function checkAfterKill(trial: Trial): Promise<string[]> {
  const { address, history, checked } = trial
  const answers = [...history.answers].slice(checked.answers)
  const found = await inspect(address, async (read) => ({
    missing: await checkAnswers(read, answers),
    ...(await checkStore(read, checked.store)),
  }))
  trial.checked = {
    store: found?.checked ?? checked.store,
    answers: checked.answers + answers.length,
  }
  const missing = found?.missing ?? answers.map(([id]) => `${id}: the store has no tables`)
  return [...history.contradictions, ...missing, ...(found?.problems ?? [])]
}

const answersPerQuery = 1000

/** Every answer that was given stands in the store as it was given. */
async function checkAnswers(read: Kysely<Tables>, answers: readonly [string, Answer][]) {
  const problems: string[] = []
  for (let at = 0; at < answers.length; at += answersPerQuery) {
    const some = answers.slice(at, at + answersPerQuery)
    const ids = some.map(([id]) => id)
    const rows = await read.selectFrom('commands').selectAll().where('id', 'in', ids).execute()
    const kept = new Map(rows.map((row) => [row.id, JSON.parse(row.answer) as Answer]))
    for (const [id, answer] of some) {
      if (isDeepStrictEqual(kept.get(id), answer)) continue
      problems.push(
        `${id} was answered ${JSON.stringify(answer)}; kept: ${JSON.stringify(kept.get(id))}`,
      )
    }
  }
  return problems
}

/**
 * Lists what is wrong with a store at the end of its trial: every command that was ever answered
 * is sent again, must get the same answer and change nothing; then all tables are read.
 */
export async function checkAtEnd({ address, history }: Trial): Promise<string[]> {
  const { ledger, store, close } = await openCompany(address, Date.now)
  const nextEvent = async () =>
    (await store.read.selectFrom('company').select('next_event').executeTakeFirstOrThrow())
      .next_event
  const open = unanswered(history)
  const answered = [...history.answers.keys()].map((id) => history.sent.get(id)!)
  const before = await nextEvent()
  await sendAgain(ledger, history, answered)
  const changed = (await nextEvent()) - before
  await sendAgain(ledger, history, open)
  const unfound = await checkSearch(store)
  await close()
  const found = await inspect(address, async (read) => [
    ...(await checkAnswers(read, [...history.answers])),
    ...(await checkStore(read, nothingChecked)).problems,
    ...(await checkTotals(read)),
    ...(address.engine === 'sqlite' ? await checkPages(read) : []),
  ])
  return [
    ...history.contradictions,
    ...(changed === 0 ? [] : [`repeated commands made ${changed} events`]),
    ...unfound,
    ...(found ?? ['the store has no tables']),
  ]
}

async function sendAgain(ledger: Ledger, history: History, commands: readonly Command[]) {
  for (let at = 0; at < commands.length; at += answersPerQuery) {
    const answers = commands
      .slice(at, at + answersPerQuery)
      .map(async (command) => takeAnswer(history, command.id, await ledger.record(command)))
    await Promise.all(answers)
  }
}
