import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { apiPath, type FileAnswer, type Operation } from '../contract/operation.ts'
import { failWith } from '../contract/problem.ts'
import { machineAccess } from '../features/access.ts'
import { answer, answerStream } from '../features/answer.ts'
import type { AnyContext } from '../features/context.ts'
import { problemFrom } from './problem-answer.ts'
import type { ServerParts } from './server.ts'

/** Serves an operation at its path. */
export function addOperation(
  server: FastifyInstance,
  operation: Operation,
  parts: ServerParts,
): void {
  server.route({
    method: operation.method,
    url: apiPath(operation).replace(/\{(\w+)\}/g, ':$1'),
    async handler(request, reply) {
      const { company, ...others } = request.params as Record<string, string>
      const parameters = operation.scope === 'server' ? request.params : others
      const body = bodyOf(operation, request)
      const input = { ...(request.query as object), ...body, ...(parameters as object) }
      const context = await contextOf(parts, operation, company)
      if (operation.answers === 'value') return answer(operation, input, context)
      if (operation.answers === 'file') {
        return sendFile(reply, (await answer(operation, input, context)) as FileAnswer)
      }
      return sendLines(request, reply, answerStream(operation, input, context))
    },
  })
}

async function contextOf(
  { companies, now }: ServerParts,
  { scope }: Operation,
  company?: string,
): Promise<AnyContext> {
  const access = machineAccess('api')
  if (scope === 'server') return { companies, access, now }
  return { ...(await companies.open(company!)), access, now }
}

function bodyOf({ takesFile = false }: Operation, { body, headers }: FastifyRequest): object {
  const isFile = body instanceof Readable
  if (isFile !== takesFile && (isFile || headers['content-type'] !== undefined)) {
    const form = takesFile ? 'the bytes of the file, as application/octet-stream' : 'JSON'
    failWith('media_type_unknown', `Send the body as ${form}.`)
  }
  if (isFile) return { body }
  if (body === undefined || body === null) return {}
  if (typeof body === 'object' && !Array.isArray(body)) return body
  return failWith('input_invalid', 'The body must be an object with named values.')
}

function sendFile(reply: FastifyReply, { name, mediaType, bytes }: FileAnswer) {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, escapeByte)
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
  reply.type(mediaType).header('content-disposition', disposition)
  return reply.send(bytes instanceof Uint8Array ? Buffer.from(bytes) : Readable.from(bytes))
}

const escapeByte = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

async function sendLines(
  request: FastifyRequest,
  reply: FastifyReply,
  answers: AsyncIterable<unknown>,
) {
  const lines = answers[Symbol.asyncIterator]()
  // What cannot even begin is answered with the status of its problem.
  const first = await lines.next()
  reply.type('application/x-ndjson')
  return reply.send(Readable.from(jsonLines(request, first, lines)))
}

/** The lines of a streamed answer; a problem on the way is the last of them. */
async function* jsonLines(
  request: FastifyRequest,
  first: IteratorResult<unknown>,
  lines: AsyncIterator<unknown>,
): AsyncIterable<string> {
  try {
    for (let line = first; !line.done; line = await lines.next()) {
      yield `${JSON.stringify(line.value)}\n`
    }
  } catch (error) {
    yield `${JSON.stringify({ problem: problemFrom(error, request) })}\n`
  } finally {
    await lines.return?.()
  }
}
