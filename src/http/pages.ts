import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problemOfType } from '../contract/problem.ts'
import { apiPath } from '../contract/operation.ts'
import { describeApi } from './describe-api.ts'
import { sendProblem } from './problem-answer.ts'
import { missingAppPage, referencePage } from './reference-page.ts'
import { servedHandlers } from './served.ts'
import { sendPage } from './security-headers.ts'

/** Stands in the built page where the nonce of an answer belongs. */
const noncePlaceholder = '__CSP_NONCE__'

/**
 * Serves the reference of the API and the web app: its files as they were built, and its page at
 * every other path, since the app knows its own paths.
 *
 * @param folder where the web app was built to
 */
export function addPages(server: FastifyInstance, folder: string): void {
  const page = join(folder, 'index.html')
  const description = JSON.stringify(describeApi())
  server.get('/openapi.json', (_, reply) => reply.type('application/json').send(description))
  server.get('/api', (_, reply) => sendPage(reply, referencePage))
  // The page gets its nonce on the way out, so it is never sent as the file that it is.
  for (const path of ['/', '/index.html']) server.get(path, (_, reply) => sendApp(reply, page))
  if (existsSync(folder)) addFiles(server, folder)
  server.setNotFoundHandler(async (request, reply) => {
    if (isForPeople(request)) return sendApp(reply, page)
    const { method, url } = request
    const allowed = methodsAt(url)
    if (allowed.length > 0) {
      reply.header('allow', allowed.join(', '))
      const others = { method, address: url, allowed: allowed.join(', ') }
      return sendProblem(reply, problemOfType('method_not_allowed', others))
    }
    return sendProblem(reply, problemOfType('not_found.address', { method, address: url }))
  })
}

/** The paths of operations, each with what matches it. */
const operationPaths = servedHandlers.map(({ operation }) => ({
  form: new RegExp(`^${apiPath(operation).replace(/\{\w+\}/g, '[^/]*')}$`),
  methods: operation.method === 'GET' ? ['GET', 'HEAD'] : [operation.method],
}))

/** The methods of the operations at an address. */
function methodsAt(address: string): string[] {
  const path = address.replace(/[?#].*/, '')
  return operationPaths.filter(({ form }) => form.test(path)).flatMap(({ methods }) => methods)
}

function addFiles(server: FastifyInstance, folder: string): void {
  void server.register(fastifyStatic, {
    root: folder,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      // Names of assets change with what is in them.
      const isHashed = path.includes('/assets/')
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

const isForPeople = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/(api|assets|epcis)\//.test(url) &&
  headers.accept?.includes('text/html') === true

async function sendApp(reply: FastifyReply, path: string) {
  const page = await readFile(path, 'utf8').catch(() => undefined)
  reply.status(page === undefined ? 503 : 200)
  return sendPage(reply, (nonce) =>
    page === undefined ? missingAppPage(nonce) : page.replaceAll(noncePlaceholder, nonce),
  )
}
