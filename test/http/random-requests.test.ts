/** Whatever is sent to the API, the answer is one that its description promises. */
import { Writable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { createToken } from '../../src/contract/tokens.ts'
import {
  describeApi,
  type DescribedOperation,
  type JsonSchema,
} from '../../src/http/describe-api.ts'
import { buildServer } from '../../src/http/server.ts'
import { runSeed, seededRandom } from '../faults/random.ts'
import {
  openBrowser,
  openMachine,
  openOwnedServer,
  secretOf,
  type Place,
} from '../support/accounts.ts'
import { roles } from '../../src/contract/permission.ts'
import { invitePerson } from '../../src/contract/people.ts'
import { acceptLink } from '../../src/contract/sessions.ts'
import { accept, forEachStore } from '../support/stores.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { rememberValues } from './remember-values.ts'
import { drawRequest, type Described, type DrawnRequest } from './draw-request.ts'

/** What a run draws that names no seed: a change is tried with the requests of the run before it. */
const usualSeed = 20_261_124
/** Requests of one run. */
const requests = 400

const api = describeApi()
const operations: Described[] = Object.entries(api.paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  // Whoever signs out can ask nothing more.
  .filter(({ operation }) => operation.operationId !== 'signOut')

const recording = operations.find(({ operation }) => operation.operationId === 'recordCommands')!

const $defs = JSON.parse(
  JSON.stringify(api.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
) as object

/** What checks an answer by the schema of the description. */
function checkerOf(schema: JsonSchema): z.ZodType {
  const own = JSON.parse(
    JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as object
  return z.fromJSONSchema({ ...own, $defs } as never)
}
const problemSchema: JsonSchema = { $ref: '#/components/schemas/Problem' }
const checkers = new Map<JsonSchema, z.ZodType>()
const check = (schema: JsonSchema, value: unknown): z.ZodSafeParseResult<unknown> => {
  const checker = checkers.get(schema) ?? checkerOf(schema)
  checkers.set(schema, checker)
  return checker.safeParse(value)
}

/** Names, sentences and paths of the inside, which no answer may show. */
const inside = /\n\s+at |\.ts:\d+|node:internal|node_modules|SQLITE_|\bselect\b.* from|\/tmp\//i

forEachStore('random requests', (open, engine) => {
  it('get an answer that the description promises', async () => {
    const seed = runSeed(usualSeed)
    console.log(`Random requests: SERIATIM_SEED=${seed}`)
    const random = seededRandom(seed)
    const { place, ledger } = await openOwnedServer(open, engine)
    await setUpCompany(ledger)
    let log = ''
    const write = (chunk: Buffer, _: unknown, done: () => void) => {
      log += chunk.toString()
      done()
    }
    const parts = { ...place, log: new Writable({ write }), webFolder: '/nowhere' }
    const server = buildServer({ ...parts, logsRequests: false })
    onTestFinished(() => server.close())
    const address = await server.listen({ port: 0 })
    const doors = await openDoors(place, new URL(address).port)
    const memory = rememberValues()
    const source = { random, schemas: api.components.schemas, known: memory.known }
    const wrong: unknown[] = []
    for (let count = 0; count < requests; count += 1) {
      const asked = random.chance(0.1) ? recording : random.pick(operations)
      const request = drawRequest(source, asked)
      const answer = await ask(address, request, random.pick([doors.token(), doors.session()]))
      if (answer.status === 401) await doors.renew()
      const fault = faultOf(asked.operation, answer)
      if (fault !== null) wrong.push({ fault, ...request, answer: answer.text.slice(0, 500) })
      for (const value of answer.values) memory.add(value)
    }
    expect({ seed, wrong, log }).toEqual({ seed, wrong: [], log: '' })
  })
})

/** The ways in of an owner and of a program that may do everything; what they ask can close them. */
async function openDoors(place: Place, port: string) {
  const machine = openMachine(place)
  const permissions = [...roles.owner]
  let opened = 0
  const open = async () => {
    opened += 1
    const login = `owner${opened}`
    const memberships = [{ company: '*', role: 'owner' as const }]
    const link = await machine.call(invitePerson, { login, name: login, memberships })
    const browser = openBrowser(place)
    await browser.call(acceptLink, {
      secret: secretOf(link),
      password: 'amber tractor sings along',
    })
    const { secret } = await machine.call(createToken, { name: login, permissions })
    return {
      session: { cookie: `seriatim-${port}=${browser.kept.session}` },
      token: { authorization: `Bearer ${secret}` },
    }
  }
  let doors = await open()
  const renew = async () => void (doors = await open())
  return { token: () => doors.token, session: () => doors.session, renew }
}

/** A company with one of everything. */
async function setUpCompany(ledger: Ledger): Promise<void> {
  for (const code of ['HQ', 'A-1']) await accept(ledger, 'create_location', { code })
  await accept(ledger, 'create_item', { code: 'LAMP', scheme: 'LAMP-{seq:3}' })
  await accept(ledger, 'create_party', { code: 'ACME' })
  await accept(ledger, 'create_lot', { item: 'LAMP', code: 'L1' })
  await accept(ledger, 'create_trait', { code: 'colour' })
  const lines = [{ item: 'LAMP', quantity: 2 }]
  await accept(ledger, 'create_order', { code: 'PO-1', kind: 'purchase', lines })
  await accept(ledger, 'commission', { item: 'LAMP', count: 9, location: 'HQ' })
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
  /** What it says: one value, or that of each line or event. */
  readonly values: readonly unknown[]
}

async function ask(address: string, request: DrawnRequest, door: object): Promise<Answer> {
  const { method, target, headers, body } = request
  const gone = new AbortController()
  const response = await fetch(address + target, {
    method,
    headers: { ...headers, ...door },
    ...(body !== undefined && { body }),
    signal: AbortSignal.any([gone.signal, AbortSignal.timeout(20_000)]),
  })
  const type = response.headers.get('content-type') ?? ''
  const isLive = type === 'text/event-stream'
  const text = isLive ? await firstEvent(response) : await response.text()
  if (isLive) gone.abort()
  return { status: response.status, type, text, values: valuesOf(type, text) }
}

async function firstEvent(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    if (text.includes('\n\n')) break
  }
  return text.slice(0, text.indexOf('\n\n')).replace(/^id: .*\ndata: /, '')
}

function valuesOf(type: string, text: string): unknown[] {
  if (type.startsWith('application/x-ndjson')) {
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown)
  }
  return /json|event-stream/.test(type) ? [JSON.parse(text) as unknown] : []
}

/** Failures that are not the server's own. */
const otherFailures = [501, 503]

/** What is wrong with an answer, or null. */
function faultOf({ responses }: DescribedOperation, answer: Answer): unknown {
  const { status, type, text, values } = answer
  if (inside.test(text)) return 'It shows what is inside.'
  if (status >= 500 && !otherFailures.includes(status)) return `It failed with ${status}.`
  const described = responses[status === 200 ? '200' : 'default']!
  const content = described.content[type.replace(/;.*/, '')]
  if (!content) return `Its type ${type} is not described.`
  for (const value of values) {
    const { problem: end, ...rest } = value as { problem?: { status: number } }
    const isBrokenOff = end && status === 200 && Object.keys(rest).length === 0
    if (isBrokenOff && end.status === 500) return 'It broke off by a failure.'
    const checked = isBrokenOff ? check(problemSchema, end) : check(content.schema, value)
    if (!checked.success) return checked.error.issues
    const isProblem = type.startsWith('application/problem+json')
    if (isProblem && (value as { status: number }).status !== status)
      return 'It names another status.'
  }
  return null
}
