import type { FastifyReply, FastifyRequest } from 'fastify'
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
    return problemOfType('body_too_large', `The body is larger than ${most}. Send it in parts.`)
  }
  if (statusCode === 415) {
    return problemOfType('media_type_unknown', 'Send the body as application/json.')
  }
  if (statusCode < 500) return problemOfType('request_invalid', `${message.replace(/\.$/, '')}.`)
  log.error(error)
  return problemOfType(
    'server_failed',
    `Something went wrong on the server; its log says what (${id}). What was asked was not done.`,
  )
}

/** Answers with a problem document. */
export function sendProblem(reply: FastifyReply, problem: Problem) {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="Seriatim"')
  return reply.status(problem.status).type('application/problem+json').send(problem)
}
