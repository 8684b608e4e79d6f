import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { uuidv7 } from 'uuidv7'
import type { WebClient } from '../../client/web-client.ts'
import type { Answer } from '../../domain/command.ts'
import { problemText } from '../ui/problem-text.ts'
import { tell, type Message } from '../feedback/feedback.ts'
import { refusalText } from '../texts/say.ts'
import { useText } from '../texts/texts.ts'
import { queryClient } from './query-client.ts'
import { useClient } from './session.ts'
import { patiently, StoppedWaiting } from './waiting.ts'

/** Something to be recorded, as the event kinds of src/domain/event-kinds describe it. */
export interface Wish {
  readonly kind: string
  readonly input: unknown
  readonly reason?: string
}

/** What is said when it is done. */
export interface Said {
  readonly words: string | ((recorded: Recorded) => string)
  readonly detail?: string
  /** A serial or code that it is about. */
  readonly code?: string
  /** How many of how many are done: shown large. */
  readonly count?: { readonly done: number; readonly of?: number }
  /** Called when the person has taken it back from its message. */
  readonly onUndone?: () => void
  /** Called when it was done again after that; without it a page that counts offers no way to. */
  readonly onRedone?: () => void
}

export type Recorded = Extract<Answer, { ok: true }>

/**
 * Records a command, and tells the person what came of it: done with the way to undo it, or refused
 * and why. Answers with what was recorded, or undefined when nothing was.
 */
export function useRecord(): (wish: Wish, said: Said) => Promise<Recorded | undefined> {
  const client = useClient()
  const t = useText('common')
  return useCallback(
    async (wish, { onUndone, onRedone, words: wordsOf, ...said }) => {
      const recorded = await send(client, wish, t, said.code)
      if (!recorded) return undefined
      const words = typeof wordsOf === 'string' ? wordsOf : wordsOf(recorded)
      const { event, contested, refused } = recorded
      const [first] = refused
      if (event === null && first)
        return tellRefused(t('refused'), await refusalText(first.refusal))
      const doubt = contested
        ? t('contested')
        : first && t('partly', { count: refused.length, why: await refusalText(first.refusal) })
      const undo = async () => {
        const undone = await takeBack(client, event!, t)
        if (!undone) return
        onUndone?.()
        const redo = async () => {
          if (!(await takeBack(client, undone.event!, t))) return
          onRedone?.()
          tell(told)
        }
        const mayRedo = onUndone === undefined || onRedone !== undefined
        tell({ kind: 'done', words: t('undone'), detail: words, ...(mayRedo && { redo }) })
      }
      const told: Message = {
        kind: doubt === undefined ? 'done' : 'needs',
        words,
        ...said,
        ...(doubt !== undefined && { detail: doubt }),
        ...(event !== null && { undo }),
      }
      tell(told)
      return recorded
    },
    [client, t],
  )
}

/** After so many milliseconds the same wish is another one, and counted for itself. */
const sameWishMs = 600_000

/** Commands whose answer never came: the same wish is sent as the same command, and counted once. */
const unanswered = new Map<string, { readonly id: string; readonly time: number }>()

async function send(
  client: WebClient,
  wish: Wish,
  t: TFunction,
  code?: string,
): Promise<Recorded | undefined> {
  const key = JSON.stringify([client.company, wish])
  const former = unanswered.get(key)
  const isSame = former !== undefined && Date.now() - former.time < sameWishMs
  const id = isSame ? former.id : uuidv7()
  const commands = [{ id, ...wish }]
  unanswered.set(key, { id, time: Date.now() })
  try {
    const { answers } = await patiently(code, (signal) =>
      client.call('recordCommands', { commands }, { signal }),
    )
    unanswered.delete(key)
    const answer = answers[0] as Answer
    if (!answer.ok) return tellRefused(t('refused'), await refusalText(answer.refusal), code)
    void queryClient.invalidateQueries({ queryKey: [client.company] })
    return answer
  } catch (error) {
    // Whoever stopped waiting was told so; whether it was recorded, nobody here knows.
    if (error instanceof StoppedWaiting) return undefined
    unanswered.delete(key)
    return tellRefused(t('notRecorded'), problemText(error), code)
  }
}

const takeBack = (client: WebClient, event: number, t: TFunction) =>
  send(client, { kind: 'correct', input: { event } }, t)

function tellRefused(words: string, detail: string, code?: string): undefined {
  tell({ kind: 'refused', words, detail, ...(code !== undefined && { code }) })
}
