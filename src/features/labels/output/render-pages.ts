import { deflateSync } from 'node:zlib'
import {
  isRefused,
  prepareTemplate,
  renderBitmap,
  toDots,
  writeSvg,
  writeZpl,
  type LabelData,
  type LabelTools,
  type PlacedLabel,
} from '../../../label/index.ts'
import { pageContent, type PageLabel, type UsedGlyphs } from './pdf-page.ts'
import { writePng } from './png.ts'
import { readBack } from './read-symbols.ts'
import type { RenderedPages, RenderTask } from './render-task.ts'

/** Renders pages of labels; each label is read back before anything of it is released. */
export type RenderPages = (task: RenderTask) => Promise<RenderedPages>

/** Makes a renderer; it keeps what labels of the same template share. */
export function pageRenderer(tools: LabelTools): RenderPages {
  let prepared: { key: string; layOut: (data: LabelData) => PlacedLabel } | undefined
  const layOutFor = ({ template, dpi }: RenderTask) => {
    const key = `${dpi} ${JSON.stringify(template)}`
    if (prepared?.key !== key) prepared = { key, ...prepareTemplate(template, { dpi }, tools) }
    return prepared.layOut
  }
  return async (task) => {
    const layOut = layOutFor(task)
    const used: UsedGlyphs = new Map()
    const findings: RenderedPages['findings'][number][] = []
    const pages: Uint8Array[] = []
    let label = 0
    for (const page of task.pages) {
      const placed: PageLabel[] = []
      for (const { slot, data } of page.labels) {
        const laidOut = layOut(data)
        const all = [...laidOut.findings, ...(await readBackOf(laidOut, tools))]
        for (const finding of all) findings.push({ label, finding })
        if (!isRefused(all) || task.isPreview)
          placed.push({ label: laidOut, ...positionOf(task, slot) })
        label += 1
      }
      if (placed.length === page.labels.length) pages.push(write(task, placed, tools, used))
    }
    return {
      pages,
      findings,
      usedGlyphs: [...used].map(([font, glyphs]) => [font, [...glyphs]] as const),
    }
  }
}

/** What is refused already needs no reading. */
const readBackOf = async (label: PlacedLabel, { fonts }: LabelTools) =>
  isRefused(label.findings) ? [] : readBack(label, fonts)

/** Where a label lies on its page, in dots. */
function positionOf({ template, dpi }: RenderTask, slot: number): { left: number; top: number } {
  const { sheet } = template
  if (!sheet) return { left: 0, top: 0 }
  const column = slot % sheet.columns
  const row = Math.floor(slot / sheet.columns)
  return {
    left: toDots(sheet.left + column * sheet.pitchX, dpi),
    top: toDots(sheet.top + row * sheet.pitchY, dpi),
  }
}

function write(
  task: RenderTask,
  labels: readonly PageLabel[],
  { fonts }: LabelTools,
  used: UsedGlyphs,
): Uint8Array {
  const { template, dpi } = task
  const height = template.sheet?.page.height ?? template.height
  const [first] = labels
  switch (task.format) {
    case 'pdf':
      return deflateSync(
        Buffer.from(pageContent(labels, dpi, (height * 72) / 25.4, fonts, used), 'latin1'),
      )
    case 'svg':
      return Buffer.from(writeSvg(first!.label, fonts, template))
    case 'png':
      return writePng(renderBitmap(first!.label, fonts), dpi)
    case 'zpl':
      return Buffer.from(writeZpl(first!.label, fonts, { darkness: task.darkness }))
  }
}
