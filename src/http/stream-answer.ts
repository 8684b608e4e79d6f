import type { FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { failWith } from '../contract/problem.ts'
import { problemFrom } from './problem-answer.ts'

/** Most live streams that one server keeps open. */
const liveMax = 1000

/** After so many milliseconds a live stream ends and is taken up again, by who still may. */
const liveForMs = 15 * 60_000

/** The streams of a server, so that they end when it does. */
export interface Streams {
  /** Says when who asked has gone, or the server is about to. */
  signalFor(reply: FastifyReply): AbortSignal
  /** Sends line by line. */
  sendLines(request: FastifyRequest, reply: FastifyReply, answers: AsyncIterable<unknown>): unknown
  /** Sends events as they come; a browser takes the stream up again by the last id. */
  sendEvents(request: FastifyRequest, reply: FastifyReply, answers: AsyncIterable<unknown>): unknown
  /** Ends those that are open. */
  close(): void
}

/** Keeps the streams of a server. */
export function openStreams(): Streams {
  const closing = new AbortController()
  let open = 0
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    answers: AsyncIterable<unknown>,
    write: (value: unknown) => string,
  ) => {
    const lines = answers[Symbol.asyncIterator]()
    // What cannot even begin is answered with the status of its problem.
    const first = await lines.next()
    return reply.send(Readable.from(textOf(request, first, lines, write)))
  }
  return {
    signalFor(reply) {
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      return AbortSignal.any([gone.signal, closing.signal])
    },
    sendLines(request, reply, answers) {
      reply.type('application/x-ndjson')
      return send(request, reply, answers, (line) => `${JSON.stringify(line)}\n`)
    },
    sendEvents(request, reply, answers) {
      if (open >= liveMax) {
        failWith('live_full', { most: liveMax })
      }
      open += 1
      reply.raw.once('close', () => (open -= 1))
      const timer = setTimeout(() => reply.raw.end(), liveForMs)
      reply.raw.once('close', () => clearTimeout(timer))
      // A proxy that waits for more before it hands on would make the stream late; a connection
      // that outlives its stream would hold a server up that closes.
      reply.headers({ 'x-accel-buffering': 'no', connection: 'close' }).type('text/event-stream')
      return send(request, reply, answers, eventText)
    },
    close: () => closing.abort(),
  }
}

/** An event of a stream; a problem on the way is one without an id. */
const eventText = (value: unknown): string => {
  const { id } = value as { id?: number }
  return `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(value)}\n\n`
}

/** The parts of a streamed answer; a problem on the way is the last of them. */
async function* textOf(
  request: FastifyRequest,
  first: IteratorResult<unknown>,
  lines: AsyncIterator<unknown>,
  write: (value: unknown) => string,
): AsyncIterable<string> {
  try {
    for (let line = first; !line.done; line = await lines.next()) yield write(line.value)
  } catch (error) {
    yield write({ problem: problemFrom(error, request) })
  } finally {
    await lines.return?.()
  }
}
