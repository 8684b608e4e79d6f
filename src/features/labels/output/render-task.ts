import type { Finding, FontName, LabelData, Template } from '../../../label/index.ts'

export const outputFormats = ['pdf', 'svg', 'png', 'zpl'] as const
export type OutputFormat = (typeof outputFormats)[number]

/** Some pages of labels that are rendered at once, as it is sent to a worker. */
export interface RenderTask {
  readonly template: Template
  readonly dpi: number
  readonly format: OutputFormat
  readonly darkness?: number | undefined
  /** Shows a label with all its faults, to whoever designs it. */
  readonly isPreview?: boolean
  readonly pages: readonly RenderPage[]
}

/** The labels of one page; one label where there is no sheet. */
export interface RenderPage {
  readonly labels: readonly { readonly slot: number; readonly data: LabelData }[]
}

/** What comes of a task. */
export interface RenderedPages {
  /** The content of each page, for its format. */
  readonly pages: readonly Uint8Array[]
  readonly usedGlyphs: readonly (readonly [FontName, readonly number[]])[]
  /** What the checks say, with the label's place in the task. */
  readonly findings: readonly { readonly label: number; readonly finding: Finding }[]
}
