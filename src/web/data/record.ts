import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { uuidv7 } from 'uuidv7'
import type { Answer } from '../../domain/command.ts'
import { problemText } from '../ui/problem-text.ts'
import { tell } from '../feedback/feedback.ts'
import { useText } from '../texts/texts.ts'
import { useClient } from './session.ts'

/** Something to be recorded, as the event kinds of src/domain/event-kinds describe it. */
export interface Wish {
  readonly kind: string
  readonly input: unknown
  readonly reason?: string
}

/** What is said when it is done. */
export interface Said {
  readonly words: string
  readonly detail?: string
  /** A serial or code that it is about. */
  readonly code?: string
  /** How many of how many are done: shown large. */
  readonly count?: { readonly done: number; readonly of?: number }
  /** Called when the person has taken it back from its message. */
  readonly onUndone?: () => void
}

export type Recorded = Extract<Answer, { ok: true }>

/**
 * Records a command, and tells the person what came of it: done with the way to undo it, or refused
 * and why. Answers with what was recorded, or undefined when nothing was.
 */
export function useRecord(): (wish: Wish, said: Said) => Promise<Recorded | undefined> {
  const client = useClient()
  const queries = useQueryClient()
  const t = useText('common')
  return useCallback(
    async (wish, said) => {
      const send = async (one: Wish): Promise<Recorded | undefined> => {
        // Made once: sent again after a lost answer, it is the same command.
        const command = { id: uuidv7(), ...one }
        const answer = await client
          .call('recordCommands', { commands: [command] })
          .then(({ answers: [first] }) => first as Answer)
          .catch((error: unknown) => error as Error)
        if (answer instanceof Error) {
          tell({ kind: 'refused', words: t('notRecorded'), detail: problemText(answer) })
          return undefined
        }
        if (!answer.ok) {
          tell({ kind: 'refused', words: t('refused'), detail: answer.refusal.message })
          return undefined
        }
        void queries.invalidateQueries({ queryKey: [client.company] })
        return answer
      }
      const recorded = await send(wish)
      if (!recorded) return undefined
      const { event, contested } = recorded
      const { onUndone, ...message } = said
      const undo = async () => {
        const undone = await send({ kind: 'correct', input: { event } })
        if (!undone) return
        onUndone?.()
        tell({ kind: 'done', words: t('undone'), detail: said.words })
      }
      tell({
        kind: contested ? 'needs' : 'done',
        ...message,
        ...(contested && { detail: t('contested') }),
        ...(event !== null && { undo }),
      })
      return recorded
    },
    [client, queries, t],
  )
}
