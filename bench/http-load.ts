import { connect } from 'node:net'

/** What is asked of a server, and for how long. */
export interface Load {
  readonly port: number
  /** Connections that stay open; each has one request under way. */
  readonly connections: number
  readonly seconds: number
  /** The n-th request, as it goes over the wire. */
  readonly request: (n: number) => string
}

/** What came of it. */
export interface Loaded {
  /** Answers a second. */
  readonly rate: number
  /** How long each answer took, in milliseconds. */
  readonly times: readonly number[]
  /** The first answer: status line, headers and body. */
  readonly sample: string
}

/**
 * Asks a server over plain sockets, which costs this process far less than a client that knows all
 * of HTTP: the server shall be what is measured. Every answer has to be a 200 with its length.
 */
export async function load({ port, connections, seconds, request }: Load): Promise<Loaded> {
  const times: number[] = []
  let asked = 0
  let sample = ''
  const start = performance.now()
  const end = start + seconds * 1000
  const run = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let waiting = ''
      let sentAt = 0
      const ask = () => {
        sentAt = performance.now()
        socket.write(request(asked))
        asked += 1
      }
      socket.setEncoding('latin1')
      socket.on('connect', ask)
      socket.on('error', reject)
      socket.on('close', () => resolve())
      socket.on('data', (chunk: string) => {
        waiting += chunk
        const length = lengthOf(waiting)
        if (length === undefined || waiting.length < length) return
        if (!waiting.startsWith('HTTP/1.1 200 ')) {
          reject(new Error(waiting.slice(0, 500)))
          socket.destroy()
          return
        }
        sample ||= waiting
        waiting = ''
        const now = performance.now()
        times.push(now - sentAt)
        if (now < end) ask()
        else socket.end()
      })
    })
  await Promise.all(Array.from({ length: connections }, run))
  return { rate: (times.length * 1000) / (performance.now() - start), times, sample }
}

/** Bytes of a whole answer, as soon as its head is there. */
function lengthOf(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return undefined
  const [, length = '0'] = /\r\ncontent-length: (\d+)/i.exec(text) ?? []
  return head + 4 + Number(length)
}
