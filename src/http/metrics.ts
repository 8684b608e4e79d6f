import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { OpenedCompany } from '../features/companies.ts'

/** Upper bounds of the times that requests are sorted into, in seconds. */
const secondsBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** The figures of a server, in the form of Prometheus. */
export interface Metrics {
  /** Takes a company into account from now on. */
  watch(key: string, company: OpenedCompany): void
  /** The figures as they stand. */
  text(): Promise<string>
}

/** Measures the requests to a server, and its companies. */
export function addMetrics(server: FastifyInstance): Metrics {
  const registry = new Registry()
  const companies = new Map<string, OpenedCompany>()
  measureRequests(server, registry)
  measureCompanies(registry, companies)
  // The lag of the event loop is measured by a timer; a server that only a test asks has none.
  server.addHook('onListen', async () => collectDefaultMetrics({ register: registry }))
  return {
    watch: (key, company) => void companies.set(key, company),
    text: () => registry.metrics(),
  }
}

function measureRequests(server: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: 'seriatim_http_request_seconds',
    help: 'Time from a request to the end of its answer, live streams left out',
    labelNames: ['method', 'path', 'status'],
    buckets: secondsBounds,
    registers: [registry],
  })
  server.addHook('onResponse', ({ method, routeOptions }, { statusCode, elapsedTime }, next) => {
    next()
    const { url: path = 'none' } = routeOptions
    if (isLive(path)) return
    seconds.observe({ method, path, status: statusCode }, elapsedTime / 1000)
  })
}

const isLive = (path: string): boolean => path.endsWith('/changes')

function measureCompanies(registry: Registry, companies: Map<string, OpenedCompany>): void {
  const labelNames = ['company'] as const
  const figures: [name: string, help: string, read: (one: OpenedCompany) => Promise<number>][] = [
    [
      'ledger_batches_total',
      'Batches that were written',
      async (one) => one.ledger.figures.batches,
    ],
    ['ledger_commands_total', 'Commands answered', async (one) => one.ledger.figures.commands],
    ['ledger_events_total', 'Events recorded', async (one) => one.ledger.figures.events],
    [
      'ledger_queue',
      'Commands that wait for the writer',
      async (one) => one.ledger.figures.waiting,
    ],
    ['search_lag_events', 'Events that the search index does not know yet', searchLag],
  ]
  for (const [name, help, read] of figures) {
    const settings = { name: `seriatim_${name}`, help, labelNames, registers: [] }
    const each = async (tell: (company: string, value: number) => void) => {
      for (const [company, opened] of companies) {
        // A company that was closed is not told of any longer.
        const value = await read(opened).catch(() => void companies.delete(company))
        if (value !== undefined) tell(company, value)
      }
    }
    const counter = (): Counter<'company'> =>
      new Counter({
        ...settings,
        async collect() {
          this.reset()
          await each((company, value) => this.inc({ company }, value))
        },
      })
    const gauge = (): Gauge<'company'> =>
      new Gauge({
        ...settings,
        async collect() {
          this.reset()
          await each((company, value) => this.set({ company }, value))
        },
      })
    registry.registerMetric(name.endsWith('_total') ? counter() : gauge())
  }
}

async function searchLag({ store }: OpenedCompany): Promise<number> {
  const { db } = await store.search.reads('quick')
  const state = await db.selectFrom('search_state').select('cursor').executeTakeFirst()
  const company = await store.read.selectFrom('company').select('next_event').executeTakeFirst()
  return company!.next_event - 1 - (state?.cursor ?? 0)
}
