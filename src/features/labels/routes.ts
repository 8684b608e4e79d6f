import {
  deleteLabelTemplate,
  downloadLabels,
  listLabelTemplates,
  previewLabel,
  renderLabels,
  saveLabelSettings,
  saveLabelTemplate,
  showLabelSettings,
  showLabelTemplate,
} from '../../contract/labels.ts'
import { failWith } from '../../contract/problem.ts'
import { knownFields, readTemplate, sampleData } from '../../label/index.ts'
import { handle, handleFile, handleStream, type Context, type Handler } from '../context.ts'
import { deleteSetting, saveSetting } from '../settings.ts'
import { runFacts, unitLabelData } from './label-data.ts'
import { readLabelSettings, settingsName } from './label-settings.ts'
import { renderInPool } from './output/render-pool.ts'
import { printingRoutes } from './printing/routes.ts'
import { renderRun, type RenderedRun } from './render-run.ts'
import { usualTemplate } from './usual-template.ts'
import { checkedTemplate, findTemplate, listTemplates } from './templates.ts'

const templateRoutes: readonly Handler[] = [
  handle(listLabelTemplates, async (_, context) => {
    const templates = await listTemplates(context)
    return {
      templates: templates.map(({ template, isReady }) => {
        const { name, title, width, height, sheet } = template
        const labelsPerSheet = sheet ? sheet.columns * sheet.rows : null
        return { name, title, width, height, labelsPerSheet, isReady }
      }),
      fields: [...knownFields],
    }
  }),
  handle(showLabelTemplate, ({ template }, context) => findTemplate(context, template)),
  handle(saveLabelTemplate, async ({ template }, context) => {
    const checked = checkedTemplate(template)
    return saveSetting(context, 'label_template', checked.name, checked)
  }),
  handle(deleteLabelTemplate, async ({ template }, context) => {
    const { isReady } = await findTemplate(context, template)
    if (isReady) {
      failWith('input_invalid.template_ready', { template }, 'template')
    }
    return deleteSetting(context, 'label_template', template)
  }),
]

const outputRoutes: readonly Handler[] = [
  handle(previewLabel, async ({ template: asked, unit, dpi }, context) => {
    const units = unit === undefined ? [] : [unit]
    const template = asked ?? (await usualTemplate(context.store, { units }))
    const value = typeof template === 'string' ? await named(context, template) : template
    const read = readTemplate(value)
    if (!read.ok) return { svg: null, findings: [...read.findings] }
    const data = unit === undefined ? sampleData : await dataOfUnit(context, unit)
    const pages = [{ labels: [{ slot: 0, data }] }]
    const task = { template: read.template, dpi, format: 'svg' as const, pages }
    const { pages: rendered, findings } = await renderInPool({ ...task, isPreview: true })
    return {
      svg: Buffer.from(rendered[0]!).toString('utf8'),
      findings: findings.map(({ finding }) => finding),
    }
  }),
  handleStream(renderLabels, async function* (input, context) {
    const run = renderRun(context, input)
    let step = await run.next()
    for (; !step.done; step = await run.next()) {
      yield { ...step.value, warnings: [...step.value.warnings] }
    }
    yield* filesOf(step.value)
  }),
  handleFile(downloadLabels, async (input, context) => {
    const run = renderRun(context, input)
    let step = await run.next()
    while (!step.done) step = await run.next()
    const rendered = step.value
    if (rendered.ends.length > 1) {
      await rendered.close()
      failWith('input_invalid.labels_files', {}, 'format')
    }
    const { name, mediaType } = rendered
    return { name, mediaType, bytes: closing(rendered) }
  }),
  handle(showLabelSettings, (_, { store }) => readLabelSettings(store)),
  handle(saveLabelSettings, async (settings, context) => {
    await saveSetting(context, 'label_settings', settingsName, settings)
    return settings
  }),
]

export const labelRoutes: readonly Handler[] = [
  ...templateRoutes,
  ...outputRoutes,
  ...printingRoutes,
]

const named = async (context: Context, name: string) => (await findTemplate(context, name)).template

async function dataOfUnit({ store, now }: Context, unit: number) {
  const [data] = await unitLabelData(store, [unit], await runFacts(store, now()))
  return data ?? failWith('not_found.unit', { unit: `#${unit}` }, 'unit')
}

/** The bytes of one file, and its end. */
async function* closing(rendered: RenderedRun): AsyncIterable<Uint8Array> {
  try {
    yield* rendered.bytes(0, rendered.ends[0]!)
  } finally {
    await rendered.close()
  }
}

/** Every file of a run in base64, chunk by chunk. */
async function* filesOf(rendered: RenderedRun) {
  const { ends, mediaType, total } = rendered
  try {
    let from = 0
    for (const [index, end] of ends.entries()) {
      const name = ends.length > 1 ? numbered(rendered.name, index, ends.length) : rendered.name
      for await (const bytes of rendered.bytes(from, end)) {
        const file = { name, mediaType, bytes: Buffer.from(bytes).toString('base64') }
        yield { done: total, total, warnings: [], file }
      }
      from = end
    }
  } finally {
    await rendered.close()
  }
}

/** `labels-007.png` for the seventh of some hundred. */
const numbered = (name: string, index: number, count: number): string =>
  name.replace('.', `-${String(index + 1).padStart(String(count).length, '0')}.`)
