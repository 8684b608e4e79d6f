import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { failWith } from '../contract/problem.ts'

const fileType = 'application/octet-stream'

/** What is no file has so long to come in, in milliseconds; who is slower holds a connection up. */
const bodyWithinMs = 60_000

/**
 * Reads bodies: JSON, and files, which go to their operations as they come in. What is not UTF-8 is
 * refused, as RFC 8259 (8.1) says: a serial must not come in with other letters than were sent.
 */
export function addBodyParsers(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser('error', 'error')
  server.removeAllContentTypeParsers()
  server.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      refuseEncoded(request)
      if (body.length === 0) return done(null)
      if (!isUtf8(body)) failWith('media_type_unknown.utf8')
      return void parseJson(request, body.toString(), done)
    },
  )
  const passFile = async (request: FastifyRequest, file: unknown) => {
    refuseEncoded(request)
    return file
  }
  server.addContentTypeParser(fileType, passFile)
  server.addHook('onRequest', ({ raw }, _, next) => {
    const { headers } = raw
    const { 'content-length': length, 'transfer-encoding': transfer } = headers
    // Without a length there is no body, whatever type is named; a reader would wait for ever.
    if (length === undefined && transfer === undefined) delete headers['content-type']
    else if (headers['content-type'] !== fileType) endWhenSlow(raw)
    next()
  })
}

/** Hangs up on who does not send a whole body in time. */
function endWhenSlow(request: IncomingMessage): void {
  const timer = setTimeout(() => request.destroy(), bodyWithinMs)
  request.once('close', () => clearTimeout(timer))
}

/** Refuses a body that is compressed, or whose letters are not said to be UTF-8. */
function refuseEncoded({ headers }: FastifyRequest): void {
  const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = headers
  if (encoding.toLowerCase() !== 'identity') failWith('media_type_unknown.encoding', { encoding })
  const [, charset = 'utf-8'] = /;\s*charset="?([^";\s]+)/i.exec(type) ?? []
  if (!/^(utf-?8|us-ascii)$/i.test(charset)) failWith('media_type_unknown.utf8')
}
