import { use, useCallback, useEffect, useState } from 'react'
import type { ImportProgress, Outputs, WebClient } from '../../client/web-client.ts'
import { Live } from '../data/live-context.ts'
import { whileSignedIn } from '../data/session-end.ts'
import { useClient } from '../data/session.ts'
import { problemOf } from '../ui/problem-text.ts'
import type { ImportMapping } from './mapping.ts'

export type Plan = NonNullable<Outputs['planImport']['plan']>

/** What is tried dry. */
export interface PlanQuestion {
  readonly upload: string
  /** As guessed when absent. */
  readonly mapping?: ImportMapping
  readonly sheet?: string
  readonly moveKnown?: boolean
  readonly again?: boolean
}

/** What came of a dry run, or how far it is. */
export interface Tried {
  /** Of the question before, while the next is tried. */
  readonly plan: Plan | undefined
  readonly progress: ImportProgress | undefined
  readonly error: unknown
  readonly isTrying: boolean
  readonly tryAgain: () => void
}

const untried: Omit<Tried, 'tryAgain'> = {
  plan: undefined,
  progress: undefined,
  error: undefined,
  isTrying: true,
}

/** How long the next change is waited for, in milliseconds: who chooses columns chooses several. */
const gatherMs = 250

/** Tries an import dry, and anew when the question changes or the server is back. */
export function usePlan(question: PlanQuestion): Tried {
  const client = useClient()
  const [tried, setTried] = useState(untried)
  const asked = JSON.stringify(question)
  const [attempt, setAttempt] = useState(0)
  const tryAgain = useCallback(() => setAttempt((former) => former + 1), [])
  const isOn = use(Live) === 'on'
  const isCut = problemOf(tried.error)?.type === 'server_unreachable'
  useEffect(() => {
    if (isOn && isCut) tryAgain()
  }, [isOn, isCut, tryAgain])
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(() => {
      setTried(({ plan }) => ({ ...untried, plan }))
      const onProgress = (progress: ImportProgress) =>
        setTried((former) => ({ ...former, progress }))
      const settings = { signal: stop.signal, onProgress }
      whileSignedIn(() => tryDry(client, JSON.parse(asked) as PlanQuestion, settings))
        .then((plan) => setTried({ plan, progress: undefined, error: undefined, isTrying: false }))
        .catch((error: unknown) => {
          if (!stop.signal.aborted) setTried((former) => ({ ...former, error, isTrying: false }))
        })
    }, gatherMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [client, asked, attempt])
  return { ...tried, tryAgain }
}

async function tryDry(
  client: WebClient,
  question: PlanQuestion,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: ImportProgress) => void },
): Promise<Plan | undefined> {
  let plan: Plan | undefined
  for await (const line of client.stream('planImport', question, { signal })) {
    plan = line.plan
    onProgress(line.progress)
  }
  return plan
}
