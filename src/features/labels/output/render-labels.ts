import {
  isRefused,
  type Finding,
  type FontName,
  type LabelData,
  type Template,
} from '../../../label/index.ts'
import { openPdf } from './pdf-file.ts'
import type { UsedGlyphs } from './pdf-page.ts'
import type { RenderPages } from './render-pages.ts'
import { poolSize } from './render-pool.ts'
import type { OutputFormat, RenderedPages, RenderPage, RenderTask } from './render-task.ts'

/** Labels that shall be rendered. */
export interface LabelRun {
  readonly template: Template
  readonly dpi: number
  readonly format: OutputFormat
  readonly darkness?: number | undefined
  /** Place of the first label on its sheet, from 1. */
  readonly startAt?: number
  /** The labels in their order, some at a time. */
  readonly labels: AsyncIterable<readonly LabelData[]> | Iterable<readonly LabelData[]>
}

/** A piece of what was rendered. */
export interface RenderedPiece {
  /** Labels that are in this piece; 0 for what only ends a document. */
  readonly labels: number
  /** Bytes to be appended; in `svg` and `png` each is a file of its own. */
  readonly bytes: readonly Uint8Array[]
  readonly findings: readonly LabelFinding[]
}

/** A finding, with the number of its label in the run, from 1. */
export interface LabelFinding extends Finding {
  readonly label: number
}

/** Labels in one task: large enough to be worth the way to a worker. */
const labelsPerTask = 40

/**
 * Renders labels in their order, in memory that does not grow with their number. It ends after a
 * piece that has an error among its findings: nothing of that piece is released.
 */
export async function* renderLabels(
  run: LabelRun,
  render: RenderPages,
): AsyncIterable<RenderedPiece> {
  const { template, dpi, format, darkness } = run
  const page = template.sheet?.page ?? template
  const pdf = format === 'pdf' ? openPdf(page.width, page.height) : undefined
  const used: UsedGlyphs = new Map()
  const underWay: { task: RenderTask; rendered: Promise<RenderedPages> }[] = []
  let done = 0
  const finish = async (): Promise<RenderedPiece> => {
    const { task, rendered } = underWay.shift()!
    const { pages, findings, usedGlyphs } = await rendered
    for (const [font, glyphs] of usedGlyphs) addGlyphs(used, font, glyphs)
    const labels = task.pages.reduce((sum, one) => sum + one.labels.length, 0)
    const numbered = findings.map(({ label, finding }) => ({ label: done + label + 1, ...finding }))
    done += labels
    const isBad = isRefused(numbered)
    const bytes = isBad ? [] : pdf ? pages.flatMap((content) => pdf.page(content)) : pages
    return { labels, bytes, findings: numbered }
  }
  try {
    for await (const pages of pageBatches(run)) {
      const task = { template, dpi, format, darkness, pages }
      underWay.push({ task, rendered: render(task) })
      if (underWay.length < poolSize * 2) continue
      const piece = await finish()
      yield piece
      if (isRefused(piece.findings)) return
    }
    while (underWay.length > 0) {
      const piece = await finish()
      yield piece
      if (isRefused(piece.findings)) return
    }
    if (pdf) yield { labels: 0, bytes: pdf.end(used), findings: [] }
  } finally {
    await Promise.allSettled(underWay.map(({ rendered }) => rendered))
  }
}

function addGlyphs(used: UsedGlyphs, font: FontName, glyphs: readonly number[]): void {
  const known = used.get(font) ?? new Set()
  for (const glyph of glyphs) known.add(glyph)
  used.set(font, known)
}

/** The labels as pages, as many at a time as make a task; the first sheet may be used in part. */
async function* pageBatches({
  template,
  format,
  startAt = 1,
  labels,
}: LabelRun): AsyncIterable<RenderPage[]> {
  const sheet = format === 'pdf' ? template.sheet : undefined
  const slots = sheet ? sheet.columns * sheet.rows : 1
  let slot = sheet ? (startAt - 1) % slots : 0
  let current: { slot: number; data: LabelData }[] = []
  let pages: RenderPage[] = []
  let count = 0
  for await (const some of labels) {
    for (const data of some) {
      current.push({ slot, data })
      slot += 1
      count += 1
      if (slot < slots) continue
      pages.push({ labels: current })
      current = []
      slot = 0
      if (count < labelsPerTask) continue
      yield pages
      pages = []
      count = 0
    }
  }
  if (current.length > 0) pages.push({ labels: current })
  if (pages.length > 0) yield pages
}
