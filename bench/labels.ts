import { encodeSymbol } from '../src/features/labels/output/encode-symbol.ts'
import { renderLabels } from '../src/features/labels/output/render-labels.ts'
import { renderInPool } from '../src/features/labels/output/render-pool.ts'
import { labelTools } from '../src/features/labels/output/tools.ts'
import { prepareTemplate, readyTemplates, sampleData, type Template } from '../src/label/index.ts'
import type { Engine } from './bench-store.ts'
import { rounded, time, timed, type Figure } from './figure.ts'

const few = 1000
const many = 100_000
const dpi = 300

/** Labels on a roll with each kind of matrix code, and a sheet. */
const names = ['unit-51x25', 'unit-57x32', 'avery-5160']

/**
 * How long labels take from fields to a finished PDF, every code read back on the way, beside the
 * time that encoding their codes alone takes; and how much memory a hundred times as many need.
 */
export async function labelBench(engine: Engine): Promise<Figure[]> {
  // The fields of a page of labels are a handful of queries; the rest knows no store.
  if (engine === 'postgres') return []
  // First, before anything else has filled the process.
  const figures = [await memory(engine)]
  for (const name of names) {
    const template = readyTemplates.find((one) => one.name === name)!
    // The first run starts the workers.
    await renderAll(template, few)
    const measured = await timed(() => renderAll(template, few))
    const bare = await encodeOnly(template)
    const what = { name: `1,000 labels ${name} as one PDF`, engine, unit: 'ms' }
    const note = 'each code read back; bare: its codes encoded, on one core'
    figures.push(time({ ...what, measured, bare, goal: 'under 3,000 ms', note }))
  }
  return figures
}

const dataOf = (index: number) => ({
  ...sampleData,
  serial: `EB-HAM-2631-${String(index).padStart(6, '0')}`,
})

function* labelsOf(count: number) {
  for (let at = 0; at < count; at += 500) {
    yield Array.from({ length: Math.min(500, count - at) }, (_, index) => dataOf(at + index))
  }
}

async function renderAll(
  template: Template,
  count: number,
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  let done = 0
  const run = { template, dpi, format: 'pdf' as const, labels: labelsOf(count) }
  for await (const { labels, findings } of renderLabels(run, renderInPool)) {
    if (findings.length > 0) throw new Error(findings[0]!.message)
    done += labels
    onProgress(done)
  }
}

/** The codes alone, encoded one after the other: what no layout can be quicker than. */
function encodeOnly(template: Template): Promise<number> {
  const prepared = prepareTemplate(template, { dpi }, labelTools())
  const requests = Array.from({ length: few }, (_, index) =>
    prepared.layOut(dataOf(index)).symbols.map(({ request }) => request),
  ).flat()
  return timed(() => {
    for (const request of requests) encodeSymbol(request)
  })
}

/** Memory of the process after a hundred thousand labels, beside that after the first tenth. */
async function memory(engine: Engine): Promise<Figure> {
  const template = readyTemplates.find(({ name }) => name === names[0])!
  const mebibytes = () => process.memoryUsage().rss / 1024 ** 2
  let early = 0
  let most = 0
  await renderAll(template, many, (done) => {
    most = Math.max(most, mebibytes())
    if (done <= many / 10) early = most
  })
  return {
    name: '100,000 labels as one PDF: memory of the process with its workers',
    engine,
    unit: 'MiB',
    measured: rounded(most),
    bare: rounded(early),
    ratio: rounded(most / early),
    goal: 'flat: at most 1.2 times that of the first tenth',
    note: 'bare: the most during the first tenth of the same run',
  }
}
