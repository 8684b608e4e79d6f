import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '../../contract/problem-error.ts'

/** Problems that may be gone a moment later. */
const isPassing = (error: unknown) => error instanceof ProblemError && error.problem.status >= 502

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 300_000,
      retry: (failures, error) => failures < 3 && isPassing(error),
      networkMode: 'always',
    },
  },
})
