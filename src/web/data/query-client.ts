import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isSessionEnded, sessionAgain } from './session-end.ts'
import { isPassing } from './waiting.ts'

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error) {
      if (isSessionEnded(error)) void sessionAgain()
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 300_000,
      retry: (failures, error) => failures < 3 && isPassing(error),
      networkMode: 'always',
    },
  },
})
