/**
 * How long labels take from fields to a finished PDF, every code read back on the way, beside the
 * time that encoding their codes alone takes; and how much memory that needs.
 *
 *   node bench/labels.ts            1,000 labels of some templates
 *   node bench/labels.ts 100000     that many of one template
 */

import { encodeSymbol } from '../src/features/labels/output/encode-symbol.ts'
import { renderLabels } from '../src/features/labels/output/render-labels.ts'
import { renderInPool } from '../src/features/labels/output/render-pool.ts'
import { labelTools } from '../src/features/labels/output/tools.ts'
import { prepareTemplate, readyTemplates, sampleData, type Template } from '../src/label/index.ts'

const given = process.argv[2]
const count = Number(given ?? 1000)
const names = given === undefined ? ['unit-51x25', 'unit-57x32', 'avery-5160'] : ['unit-51x25']

const dataOf = (index: number) => ({
  ...sampleData,
  serial: `EB-HAM-2631-${String(index).padStart(6, '0')}`,
})

function* labels() {
  for (let at = 0; at < count; at += 500) {
    yield Array.from({ length: Math.min(500, count - at) }, (_, index) => dataOf(at + index))
  }
}

async function render(template: Template): Promise<{ seconds: number; megabytes: number[] }> {
  const start = performance.now()
  const megabytes: number[] = []
  let done = 0
  const run = { template, dpi: 300, format: 'pdf' as const, labels: labels() }
  for await (const piece of renderLabels(run, renderInPool)) {
    if (piece.findings.length > 0) throw new Error(piece.findings[0]!.message)
    done += piece.labels
    if (done >= ((megabytes.length + 1) * count) / 5) {
      megabytes.push(Math.round(process.memoryUsage().rss / 1e6))
    }
  }
  return { seconds: (performance.now() - start) / 1000, megabytes }
}

/** The codes alone, encoded one after the other: what no layout can be quicker than. */
function encodeOnly(template: Template): number {
  const prepared = prepareTemplate(template, { dpi: 300 }, labelTools())
  const most = Math.min(count, 1000)
  const requests = Array.from({ length: most }, (_, index) =>
    prepared.layOut(dataOf(index)).symbols.map(({ request }) => request),
  ).flat()
  const start = performance.now()
  for (const request of requests) encodeSymbol(request)
  return ((performance.now() - start) / 1000) * (count / most)
}

for (const name of names) {
  const template = readyTemplates.find((one) => one.name === name)!
  const first = await render(template)
  const again = given === undefined ? await render(template) : first
  const bare = encodeOnly(template)
  console.log(
    `labels ${name}: ${count} as one PDF in ${again.seconds.toFixed(2)} s ` +
      `(with the start of the workers ${first.seconds.toFixed(2)} s), ` +
      `${(again.seconds / bare).toFixed(2)} times the codes alone (${bare.toFixed(2)} s); ` +
      `memory at each fifth ${again.megabytes.join(', ')} MB`,
  )
}
process.exit()
