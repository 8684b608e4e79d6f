import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { Inputs, Outputs } from '../../client/web-client.ts'
import { ProblemError } from '../../contract/problem-error.ts'
import { problemText } from '../ui/problem-text.ts'
import type { ValueOperation } from './operations.ts'
import { useClient } from './session.ts'
import { whileSignedIn } from './session-end.ts'
import { isPassing } from './waiting.ts'

/** What a form shows of an answer that did not come. */
export interface Shown {
  readonly text: string
  /** The property of the input that is wrong; none when it is the whole. */
  readonly field: string | undefined
}

/** Asks for something that changes what is kept, from a form that shows what went wrong. */
export function useAsk() {
  const client = useClient()
  const queries = useQueryClient()
  const [problem, setProblem] = useState<Shown>()
  const [isAsking, setAsking] = useState(false)
  const lost = useRef<{ readonly asked: string; readonly idempotencyKey: string }>(undefined)
  /** Answers with undefined when it went wrong; then `problem` says why. */
  const ask = async <Name extends ValueOperation>(
    name: Name,
    input: Inputs[Name],
  ): Promise<Outputs[Name] | undefined> => {
    setProblem(undefined)
    setAsking(true)
    // Sent again as it is, after an answer was lost, it is the same request and done once.
    const asked = JSON.stringify([name, input])
    if (lost.current?.asked !== asked) lost.current = { asked, idempotencyKey: uuidv7() }
    const { idempotencyKey } = lost.current
    try {
      const answer = await whileSignedIn(() => client.call(name, input, { idempotencyKey }))
      lost.current = undefined
      void queries.invalidateQueries({ queryKey: [client.company] })
      return answer
    } catch (error) {
      if (!isPassing(error)) lost.current = undefined
      setProblem({ text: problemText(error), field: fieldOf(error) })
      return undefined
    } finally {
      setAsking(false)
    }
  }
  return { ask, problem, setProblem, isAsking }
}

const fieldOf = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.field : undefined

/** What a field of a form shows of a problem: its own, and nothing of the others'. */
export const errorFor = (problem: Shown | undefined, field: string): { error?: string } =>
  problem?.field === field ? { error: problem.text } : {}
