import { StoreFailedError } from '../store.ts'

/** The disk did not take what was written; what it holds is known when the file is opened anew. */
export function diskRefused(what: string, cause: unknown): StoreFailedError {
  const why = (cause as Error).message
  const until = 'until that is mended and Seriatim is started anew'
  return new StoreFailedError(
    `The disk refused ${what}: ${why}. Nothing more is recorded ${until}.`,
    {
      cause,
    },
  )
}
