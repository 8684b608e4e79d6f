import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Socket } from 'node:net'
import { ProblemError, problemOfType, type Problem } from '../contract/problem.ts'

/** Largest body of a request, in MiB; files that are uploaded have a limit of their own. */
export const bodyMebibytesMax = 8

/** Answers with the problem behind an error. */
export const sendError = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
  sendProblem(reply, problemFrom(error, request))

/** The problem behind an error; one that nobody foresaw is written to the log. */
export function problemFrom(error: unknown, { id, log }: FastifyRequest): Problem {
  if (error instanceof ProblemError) return error.problem
  const { statusCode = 500, message } = error as { statusCode?: number; message: string }
  if (statusCode === 413) {
    const most = `${bodyMebibytesMax} MiB`
    return problemOfType('body_too_large', { most })
  }
  if (statusCode === 415) {
    return problemOfType('media_type_unknown')
  }
  if (statusCode < 500)
    return problemOfType('request_invalid', { reason: message.replace(/\.$/, '') })
  log.error({ reqId: id, err: error })
  return problemOfType('server_failed', { request: id })
}

/** Answers what is no request that can be read, such as one with an endless address, and hangs up. */
export function answerUnreadable({ code }: { readonly code?: string }, socket: Socket): void {
  if (!socket.writable) return void socket.destroy()
  const isTooLong = code === 'HPE_HEADER_OVERFLOW'
  const problem = problemOfType(
    isTooLong ? 'request_invalid.headers' : 'request_invalid.unreadable',
  )
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} Bad Request`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Answers with a problem document. */
export function sendProblem(reply: FastifyReply, problem: Problem) {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="Seriatim"')
  return reply.status(problem.status).type('application/problem+json').send(problem)
}
