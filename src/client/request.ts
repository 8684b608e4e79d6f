/** What a request to an operation is made of. */
export interface RequestShape {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path on the server; parts in braces are filled in. */
  readonly path: string
  /** The body is a file, so that everything else stands in the path and the query. */
  readonly takesFile?: boolean | undefined
}

/** A request that is ready to be sent. */
export interface ReadyRequest {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: Record<string, string>
  readonly body: unknown
}

/** Spreads an input over the path, the query and the body of a request. */
export function requestOf(
  { method, path, takesFile = false }: RequestShape,
  company: string,
  input: object,
): ReadyRequest {
  const rest: Record<string, unknown> = { ...input }
  const take = (name: string): unknown => {
    const value = name === 'company' ? (rest[name] ?? company) : rest[name]
    delete rest[name]
    return value
  }
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(take(name))),
  )
  if (!takesFile && (method === 'POST' || method === 'PUT')) {
    const headers = { 'content-type': 'application/json' }
    return { method, target: filled, headers, body: JSON.stringify(rest) }
  }
  const body = takesFile ? take('body') : undefined
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined) query.set(name, value as string)
  }
  const target = query.size > 0 ? `${filled}?${query.toString()}` : filled
  const headers: Record<string, string> = takesFile
    ? { 'content-type': 'application/octet-stream' }
    : {}
  return { method, target, headers, body }
}
