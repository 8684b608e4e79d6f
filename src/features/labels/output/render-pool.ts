import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { RenderPages } from './render-pages.ts'
import type { RenderedPages } from './render-task.ts'

/** Workers at most; more would take the processor from those who scan. */
const workersMax = 4

/** How many tasks are worth having under way at once. */
export const poolSize = Math.max(1, Math.min(workersMax, availableParallelism()))

interface Waiting {
  readonly worker: Worker
  resolve(rendered: RenderedPages): void
  reject(error: Error): void
}

interface PoolWorker {
  readonly worker: Worker
  busy: number
}

const workers: PoolWorker[] = []
const waiting = new Map<number, Waiting>()
let lastId = 0

/**
 * Renders in one of the workers that the process keeps for it: to start one takes a third of a
 * second, and a preview has to be there sooner. They do not keep the process from ending.
 */
export const renderInPool: RenderPages = (task) => {
  const chosen = chooseWorker()
  chosen.busy += 1
  if (chosen.busy === 1) chosen.worker.ref()
  lastId += 1
  const id = lastId
  return new Promise<RenderedPages>((resolve, reject) => {
    waiting.set(id, { worker: chosen.worker, resolve, reject })
    chosen.worker.postMessage({ id, task })
  }).finally(() => {
    chosen.busy -= 1
    if (chosen.busy === 0) chosen.worker.unref()
  })
}

function chooseWorker(): PoolWorker {
  const idle = workers.find(({ busy }) => busy === 0)
  if (idle) return idle
  if (workers.length < poolSize) return startWorker()
  return workers.reduce((least, one) => (one.busy < least.busy ? one : least))
}

/** What a worker's garbage may grow to, in mebibytes, before it is collected: it keeps little. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 }

function startWorker(): PoolWorker {
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { resourceLimits })
  const started = { worker, busy: 0 }
  workers.push(started)
  worker.unref()
  worker.on('message', (message: { id: number; rendered?: RenderedPages; failure?: string }) => {
    const wait = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.rendered) wait?.resolve(message.rendered)
    else wait?.reject(new Error(`Labels could not be rendered: ${message.failure}`))
  })
  const lose = (error: Error) => {
    const at = workers.indexOf(started)
    if (at >= 0) workers.splice(at, 1)
    for (const [id, wait] of waiting) {
      if (wait.worker !== worker) continue
      waiting.delete(id)
      wait.reject(error)
    }
  }
  worker.on('error', (error) => lose(error as Error))
  worker.on('exit', () => lose(new Error('The worker that renders labels has ended.')))
  return started
}
