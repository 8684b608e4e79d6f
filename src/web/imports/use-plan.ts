import { useEffect, useState } from 'react'
import type { ImportProgress, Outputs, WebClient } from '../../client/web-client.ts'
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

/** How long after a broken connection it is tried anew, in milliseconds. */
const againMs = 2_000

/** Tries an import dry, and anew when the question changes or the server is back. */
export function usePlan(question: PlanQuestion): Tried {
  const client = useClient()
  const [tried, setTried] = useState(untried)
  const [attempt, setAttempt] = useState(0)
  const tryAgain = () => setAttempt((former) => former + 1)
  const asked = JSON.stringify([question, attempt])
  useEffect(() => {
    const stop = new AbortController()
    let timer = setTimeout(() => {
      setTried(({ plan }) => ({ ...untried, plan }))
      const onProgress = (progress: ImportProgress) =>
        setTried((former) => ({ ...former, progress }))
      const [question] = JSON.parse(asked) as [PlanQuestion]
      const settings = { signal: stop.signal, onProgress }
      whileSignedIn(() => tryDry(client, question, settings))
        .then((plan) => setTried({ plan, progress: undefined, error: undefined, isTrying: false }))
        .catch((error: unknown) => {
          if (stop.signal.aborted) return
          setTried((former) => ({ ...former, error, isTrying: false }))
          const isCut = problemOf(error)?.type === 'server_unreachable'
          if (isCut) timer = setTimeout(() => setAttempt((former) => former + 1), againMs)
        })
    }, gatherMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [client, asked])
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
