import type { Outputs, WebClient } from '../../client/web-client.ts'
import { ProblemError, type Problem } from '../../contract/problem-error.ts'
import { problemOfType } from '../../contract/problem-types.ts'

/** How an upload is followed, and given up. */
export interface UploadSettings {
  readonly signal: AbortSignal
  /** Told how many bytes are on the server. */
  readonly onProgress: (bytes: number) => void
}

/** Uploads a file and tells how far it is, which `fetch` cannot. */
export function uploadFile(
  client: WebClient,
  file: File,
  { signal, onProgress }: UploadSettings,
): Promise<Outputs['uploadFile']> {
  const { promise, resolve, reject } = Promise.withResolvers<Outputs['uploadFile']>()
  const request = new XMLHttpRequest()
  request.open('POST', client.address('uploadFile', { name: file.name }))
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded))
  request.addEventListener('load', () => {
    const answer = readJson(request.responseText)
    if (request.status === 200) resolve(answer as Outputs['uploadFile'])
    else reject(new ProblemError((answer ?? unreachable(request.status)) as Problem))
  })
  request.addEventListener('error', () => reject(new ProblemError(unreachable(503))))
  request.addEventListener('abort', () => reject(signal.reason as Error))
  signal.addEventListener('abort', () => request.abort())
  request.send(file)
  return promise
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const unreachable = (status: number): Problem => ({
  ...problemOfType('server_unreachable.upload'),
  status,
})
