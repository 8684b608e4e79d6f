import { parentPort } from 'node:worker_threads'
import { pageRenderer } from './render-pages.ts'
import type { RenderTask } from './render-task.ts'
import { labelTools } from './tools.ts'

/** Renders labels beside the thread that answers scans. */
const render = pageRenderer(labelTools())

parentPort!.on('message', ({ id, task }: { id: number; task: RenderTask }) => {
  render(task).then(
    (rendered) => parentPort!.postMessage({ id, rendered }),
    (error: unknown) => parentPort!.postMessage({ id, failure: (error as Error).stack }),
  )
})
