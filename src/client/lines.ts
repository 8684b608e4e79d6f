/** The lines of a body, as they arrive; what follows the last line end is a line too. */
export async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}

/** The chunks of a body; a browser's stream is not iterable everywhere. */
export async function* chunksOf(
  body: ReadableStream<Uint8Array> | null,
): AsyncIterable<Uint8Array> {
  const reader = body?.getReader()
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      yield read.value
    }
  } finally {
    await reader?.cancel().catch(() => {})
  }
}

/** The name in a `content-disposition` header. */
export function fileNameOf(disposition: string | null): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? []
  const [, plain] = /filename="([^"]*)"/i.exec(disposition ?? '') ?? []
  return encoded === undefined ? (plain ?? 'file') : decodeURIComponent(encoded)
}
