import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Company } from '../../client/web-client.ts'
import { reloadSession } from '../data/identity.ts'
import { problemText } from '../ui/problem-text.ts'
import { refreshCompanies, serverClient } from './use-companies.ts'

export type DemoName = NonNullable<Company['demo']>

/** How far a demo is that is being made. */
export interface DemoProgress {
  readonly demo: DemoName
  readonly recorded: number
  readonly total: number
}

/** Enters a demo company; where there is none, it is made first, and tells how far it is. */
export function useDemo() {
  const navigate = useNavigate()
  const [progress, setProgress] = useState<DemoProgress>()
  const [problem, setProblem] = useState<string>()
  const enter = async (demo: DemoName): Promise<void> => {
    setProblem(undefined)
    setProgress({ demo, recorded: 0, total: 1 })
    try {
      for await (const { progress, company } of serverClient.stream('openDemo', { demo })) {
        setProgress({ demo, ...progress })
        if (company === null) continue
        await reloadSession()
        await refreshCompanies()
        await navigate({ to: '/c/$company', params: company })
      }
    } catch (error) {
      setProblem(problemText(error))
    } finally {
      setProgress(undefined)
    }
  }
  /** Deletes a demo; answers false where that was not possible. */
  const remove = async (demo: DemoName): Promise<boolean> => {
    setProblem(undefined)
    try {
      await serverClient.call('deleteDemo', { demo })
      await refreshCompanies()
      return true
    } catch (error) {
      setProblem(problemText(error))
      return false
    }
  }
  return { enter, remove, progress, problem }
}
