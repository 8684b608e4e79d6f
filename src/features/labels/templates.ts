import { failWith } from '../../contract/problem.ts'
import { listOf, type Said } from '../../i18n/clause.ts'
import {
  readTemplate,
  readyTemplates,
  sayFinding,
  type Finding,
  type Template,
} from '../../label/index.ts'
import type { Store } from '../../store/store.ts'
import type { Context } from '../context.ts'
import { listSettings } from '../settings.ts'

/** Own templates that are listed. */
const ownTemplatesMax = 1000

/** A template and where it comes from. */
export interface KnownTemplate {
  readonly template: Template
  readonly isReady: boolean
}

/** Every template by its name; the company's own go before those that come with Seriatim. */
export async function listTemplates(context: Context): Promise<KnownTemplate[]> {
  const { settings: own } = await listSettings(context, 'label_template', {
    limit: ownTemplatesMax,
  })
  const templates = new Map<string, KnownTemplate>()
  for (const template of readyTemplates) templates.set(template.name, { template, isReady: true })
  for (const { data } of own) {
    const read = readTemplate(data)
    // One that a later release does not understand any more is left out, not lost.
    if (read.ok) templates.set(read.template.name, { template: read.template, isReady: false })
  }
  return [...templates.values()]
}

/** The template of a name; ends with a problem when there is none. */
export async function findTemplate(
  { store }: { readonly store: Store },
  name: string,
): Promise<KnownTemplate> {
  const row = await store.read
    .selectFrom('settings')
    .select('data')
    .where('kind', '=', 'label_template')
    .where('name', '=', name)
    .executeTakeFirst()
  if (row) return { template: checkedTemplate(JSON.parse(row.data)), isReady: false }
  const ready = readyTemplates.find((template) => template.name === name)
  if (ready) return { template: ready, isReady: true }
  const known = readyTemplates.map((template) => template.name).join(', ')
  return failWith('not_found.template', { template: name, known }, 'template')
}

/** A template that keeps the rules; ends with a problem that says what is wrong. */
export function checkedTemplate(value: unknown): Template {
  const read = readTemplate(value)
  return read.ok
    ? read.template
    : failWith('input_invalid.template', { findings: firstOf(read.findings) }, 'template')
}

/** Findings that are told of a template or a label. */
const findingsTold = 3

/** The first findings, one after the other. */
function firstOf(findings: readonly Finding[]): Said {
  const told = findings
    .slice(0, findingsTold)
    .map(({ element, said }) =>
      element === null ? said : sayFinding('onElement', { element, finding: said }),
    )
  const rest = findings.length - findingsTold
  const first = listOf('sentence', told)
  return rest > 0 ? sayFinding('more', { findings: first, rest }) : first
}

/** Ends the work because a label cannot be released. */
export const refuseLabel = (label: number, findings: readonly Finding[]): never =>
  failWith('label_refused', { label, findings: firstOf(findings) })

/** Only a sheet has places, and only so many. */
export function refuseStart({ name, sheet }: Template, startAt: number): void {
  if (startAt === 1) return
  if (!sheet) {
    return failWith('input_invalid.start_no_sheet', { template: name, startAt }, 'startAt')
  }
  const places = sheet.columns * sheet.rows
  if (startAt <= places) return
  failWith('input_invalid.start_past_sheet', { template: name, places, startAt }, 'startAt')
}
