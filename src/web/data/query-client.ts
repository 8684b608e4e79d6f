import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError } from '../../contract/problem-error.ts'

/** Problems that may be gone a moment later. */
const isPassing = (error: unknown) => error instanceof ProblemError && error.problem.status >= 502

/** A session that has ended leads to the sign-in page, and from there back. */
function signInAgain(error: unknown): void {
  const isEnded = error instanceof ProblemError && error.problem.type === 'sign_in_needed'
  if (!isEnded || location.pathname === '/sign-in') return
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: signInAgain }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 300_000,
      retry: (failures, error) => failures < 3 && isPassing(error),
      networkMode: 'always',
    },
  },
})
