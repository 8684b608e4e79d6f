import type { FastifyRequest } from 'fastify'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { failWith } from '../contract/problem.ts'

/**
 * Refuses what a page of another site sends through somebody's browser, and whatever comes under a
 * name that is not the server's: a page could have pointed its own name at this machine.
 *
 * @param publicUrl the address that the server was told it has
 */
export function foreignRefuser(publicUrl: string | undefined): (request: FastifyRequest) => void {
  const isOwnHost = hostJudge(publicUrl)
  return (request) => {
    if (!isOwnHost(request.host)) failWith('host_refused')
    const { origin } = request.headers
    const site = request.headers['sec-fetch-site']
    const isForeignPage = origin !== undefined && !isOwnOrigin(origin, request)
    const isForeignCall =
      request.url.startsWith('/api/') && (site === 'cross-site' || site === 'same-site')
    if (isForeignPage || isForeignCall) failWith('origin_refused')
  }
}

const isOwnOrigin = (origin: string, { host }: FastifyRequest): boolean => {
  if (!URL.canParse(origin)) return false
  const { protocol, host: asking } = new URL(origin)
  return asking === new URL(`${protocol}//${host}`).host
}

/** Most names of the server whose judgement is remembered. */
const judgedMax = 100

/** Judges names of the server; the same few come with every request. */
function hostJudge(publicUrl: string | undefined): (host: string) => boolean {
  const judged = new Map<string, boolean>()
  return (host) => {
    const known = judged.get(host)
    if (known !== undefined) return known
    const isOwn = judgeHost(host, publicUrl)
    if (judged.size >= judgedMax) judged.clear()
    judged.set(host, isOwn)
    return isOwn
  }
}

/** Numbers cannot be pointed elsewhere, and these names are always this machine's. */
function judgeHost(host: string, publicUrl: string | undefined): boolean {
  if (!URL.canParse(`http://${host}`)) return false
  const name = new URL(`http://${host}`).hostname.toLowerCase()
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return true
  const machine = hostname().toLowerCase()
  const own = ['localhost', machine, `${machine}.local`]
  if (publicUrl !== undefined) own.push(new URL(publicUrl).hostname)
  return own.includes(name) || name.endsWith('.localhost')
}
