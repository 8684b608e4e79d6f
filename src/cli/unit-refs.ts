import type { UnitRef } from '../domain/command.ts'
import { showUnit } from '../contract/units.ts'
import { ProblemError } from '../contract/problem.ts'
import type { Session } from './session.ts'

/**
 * What names units in commands: `#17` a unit by its id, `ITEM/SERIAL` by item and serial, anything
 * else by one of its numbers. A number may hold a slash too, so such a word is looked up.
 */
export async function unitRefsOf(session: Session, words: readonly string[]): Promise<UnitRef[]> {
  const refs: UnitRef[] = []
  for (const word of words) {
    const id = /^#(\d{1,15})$/.exec(word)?.[1]
    if (id !== undefined) refs.push(Number(id))
    else refs.push(word.includes('/') ? await lookedUp(session, word) : word)
  }
  return refs
}

/** The unit's id; the word itself when it names none, or several, so that the ledger says why. */
async function lookedUp({ client }: Session, word: string): Promise<UnitRef> {
  try {
    return (await client.call(showUnit, { unit: word })).id
  } catch (error) {
    if (error instanceof ProblemError) return word
    throw error
  }
}
