import { StoreFailedError } from '../store.ts'

/** The disk did not take what was written: what is on it now is known when the file is opened anew. */
export function diskRefused(what: string, cause: unknown): StoreFailedError {
  const why = (cause as Error).message
  const sentence = `The disk refused ${what}: ${why}. Nothing more is recorded until that is mended and Seriatim is started anew.`
  return new StoreFailedError(sentence, { cause })
}
