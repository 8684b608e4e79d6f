import type { Command } from 'commander'
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import {
  listLabelTemplates,
  previewLabel,
  renderLabels,
  saveLabelTemplate,
  showLabelTemplate,
} from '../../contract/labels.ts'
import { failInEnglish } from '../../contract/problem.ts'
import { withExamples } from '../examples.ts'
import { parseDpi, parseFew } from '../inputs.ts'
import { addWantedLabels, wantedLabels, type WantedLabels } from '../label-options.ts'
import { startProgress } from '../progress.ts'
import { inSession, type Session } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'

interface LabelOptions extends WantedLabels {
  readonly out?: string
  readonly dpi?: number
  readonly startAt?: number
  readonly list?: boolean
  readonly show?: string
  readonly check?: string
  readonly save?: string
}

/** The command that makes labels, and looks after their templates. */
export function addLabelCommand(program: Command, world: World): void {
  const command = program
    .command('label')
    .summary('make labels as PDF, SVG, PNG or ZPL; check and save their templates')
  addWantedLabels(command)
    .option('--out <file>', 'a name that ends in .pdf, .svg, .png or .zpl')
    .option('--dpi <dots>', 'dots an inch of the printer, such as 203, 300 or 600', parseDpi)
    .option('--start-at <place>', 'first free place of a sheet that was used in part', parseFew)
    .option('--list', 'list the templates')
    .option('--show <name>', 'write a template as JSON')
    .option('--check <file>', 'check a template in a JSON file, for a printer of --dpi')
    .option('--save <file>', 'save a template in a JSON file under the name in it')
    .action((options: LabelOptions) =>
      inSession(world, command, (session) => runLabel(session, options)),
    )
  withExamples(
    command,
    'seriatim label --find "item:DRIVE" --out labels.pdf',
    'seriatim label --template avery-5160 --find "item:DRIVE" --start-at 7 --out sheet.pdf',
    'seriatim label --template unit-51x25 --units 17 --dpi 203 --out label.zpl',
    'seriatim label --template shelf-100x38 --locations A-01,A-02 --out shelves.pdf',
    'seriatim label --show unit-51x25 > own.json; seriatim label --check own.json --dpi 203',
  )
}

async function runLabel(session: Session, options: LabelOptions): Promise<void> {
  if (options.list) return listTemplates(session)
  if (options.show !== undefined) return showTemplate(session, options.show)
  if (options.check !== undefined) return checkTemplate(session, options.check, options.dpi)
  if (options.save !== undefined) return saveTemplate(session, options.save)
  return makeLabels(session, options)
}

async function listTemplates({ client, print }: Session): Promise<void> {
  const { templates } = await client.call(listLabelTemplates, {})
  print(templates, () =>
    table(
      ['name', 'title', 'labels a sheet', 'from'],
      templates.map(({ name, title, labelsPerSheet, isReady }) => [
        name,
        title,
        labelsPerSheet === null ? '' : String(labelsPerSheet),
        isReady ? 'Seriatim' : 'own',
      ]),
    ),
  )
}

async function showTemplate({ client, world }: Session, name: string): Promise<void> {
  const { template } = await client.call(showLabelTemplate, { template: name })
  world.stdout.write(`${JSON.stringify(template, null, 2)}\n`)
}

async function checkTemplate(session: Session, path: string, dpi?: number): Promise<void> {
  const { client, world, print } = session
  const template = await readJson(path)
  const { findings } = await client.call(previewLabel, { template, ...(dpi && { dpi }) })
  if (findings.some(({ level }) => level === 'error')) world.endWith(1)
  print(findings, () =>
    findings.length === 0
      ? `${clean(path)} is good.`
      : findings
          .map(({ level, element, message }) => {
            const where = element === null ? '' : `element ${element}: `
            return clean(`${level}: ${where}${message}`)
          })
          .join('\n'),
  )
}

async function saveTemplate({ client, print }: Session, path: string): Promise<void> {
  const { name } = await client.call(saveLabelTemplate, { template: await readJson(path) })
  print({ name }, () => `Template ${clean(name)} saved.`)
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) =>
    failInEnglish('file_invalid', `${path} cannot be read: ${(error as Error).message}`),
  )
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Said below, as of any other text that is no template.
  }
  return failInEnglish('file_invalid', `${path} holds no JSON object.`)
}

const formats = ['pdf', 'svg', 'png', 'zpl'] as const

async function makeLabels(session: Session, options: LabelOptions): Promise<void> {
  const { client, world, print } = session
  const { out, dpi, startAt } = options
  const ending = out?.slice(out.lastIndexOf('.') + 1).toLowerCase()
  const format = formats.find((one) => one === ending)
  if (out === undefined || !format) {
    failInEnglish('input_invalid', 'Name a file with --out that ends in .pdf, .svg, .png or .zpl.')
  }
  const lines = client.stream(renderLabels, {
    format,
    ...wantedLabels(options),
    ...(dpi && { dpi }),
    ...(startAt && { startAt }),
  })
  const bar = startProgress(world, 'Labels', 'labels')
  const files = fileWriter(out)
  let count = 0
  try {
    for await (const { done, total, warnings, file } of lines) {
      bar.update(done, total, done)
      count = total
      for (const { label, element, message } of warnings) {
        const where = element === null ? '' : `, element ${element}`
        world.stderr.write(`${clean(`label ${label}${where}: ${message}`)}\n`)
      }
      if (file) await files.write(file.name, Buffer.from(file.bytes, 'base64'))
    }
    const paths = await files.finish()
    const where = paths.length === 1 ? paths[0]! : `${paths[0]} to ${paths.at(-1)}`
    print(
      { labels: count, paths },
      () => `${count} label${count === 1 ? '' : 's'} written to ${clean(where)}.`,
    )
  } finally {
    bar.stop()
    await files.abandon()
  }
}

/** Writes files beside their names, and gives them the names when all is there. */
function fileWriter(out: string) {
  const dot = out.lastIndexOf('.')
  const paths = new Map<string, string>()
  let current: { readonly path: string; readonly file: FileHandle } | undefined
  /** `labels-007.png` of the server becomes `own-007.png` for `--out own.png`. */
  const pathOf = (name: string) =>
    out.slice(0, dot) + (/-\d+(?=\.)/.exec(name)?.[0] ?? '') + out.slice(dot)
  const close = async () => {
    await current?.file.close()
    current = undefined
  }
  return {
    async write(name: string, bytes: Uint8Array) {
      const path = pathOf(name)
      if (current?.path !== path) {
        await close()
        const partial = `${path}.partial`
        current = { path, file: await open(partial, 'w') }
        paths.set(partial, path)
      }
      await current.file.writeFile(bytes)
    },
    async finish() {
      await close()
      const written = [...paths.values()]
      for (const [partial, path] of paths) await rename(partial, path)
      paths.clear()
      return written
    },
    async abandon() {
      await close()
      for (const partial of paths.keys()) await rm(partial, { force: true })
    },
  }
}
