import { z } from 'zod'
import { fileOperation, operation, plainText, streamed } from './operation.ts'
import { unitIdRuns } from './units.ts'
import { issueText } from '../domain/issue.ts'
import { clause } from './clause.ts'

/** A template in JSON; `checkLabelTemplate` says what is wrong with it, element by element. */
const templateJson = z.record(z.string(), z.unknown())

/** Something that the checks of a label have to say. */
const labelFinding = z
  .object({
    level: z.enum(['error', 'warning']),
    code: z.string(),
    element: z.string().nullable(),
    message: z.string(),
    said: clause,
  })
  .meta({ id: 'LabelFinding' })

const templateSummary = z.object({
  name: z.string(),
  title: z.string(),
  width: z.number(),
  height: z.number(),
  labelsPerSheet: z.int().nullable().describe('Labels on a sheet; null for a roll.'),
  isReady: z
    .boolean()
    .describe('Comes with Seriatim; one of the company with the same name goes before it.'),
})

const templateName = plainText(60)
const dpi = z.coerce.number().int().min(100).max(1200)

export const listLabelTemplates = operation({
  name: 'listLabelTemplates',
  method: 'GET',
  path: '/label-templates',
  summary: 'List the templates of labels: those that come with Seriatim and the company’s own',
  needs: 'read',
  input: z.object({}),
  output: z.object({
    templates: z.array(templateSummary),
    fields: z.array(z.string()).describe('Fields that templates can name.'),
  }),
})

export const showLabelTemplate = operation({
  name: 'showLabelTemplate',
  method: 'GET',
  path: '/label-templates/{template}',
  summary: 'Show a template of labels as JSON',
  needs: 'read',
  input: z.object({ template: templateName }),
  output: z.object({ template: templateJson, isReady: z.boolean() }),
})

export const saveLabelTemplate = operation({
  name: 'saveLabelTemplate',
  method: 'PUT',
  path: '/label-templates',
  summary: 'Save a template of labels under the name in it',
  needs: 'manage',
  input: z.object({ template: templateJson }),
  output: z.object({ name: z.string() }),
})

export const deleteLabelTemplate = operation({
  name: 'deleteLabelTemplate',
  method: 'DELETE',
  path: '/label-templates/{template}',
  summary: 'Delete one of the company’s own templates',
  needs: 'manage',
  input: z.object({ template: templateName }),
  output: z.object({ name: z.string() }),
})

export const previewLabel = operation({
  name: 'previewLabel',
  method: 'POST',
  path: '/label-preview',
  summary: 'Check a template for a printer and show a label of it, of a unit or with sample data',
  needs: 'read',
  input: z.object({
    template: z
      .union([templateName, templateJson])
      .optional()
      .describe('That of the unit’s item when absent; without a unit, that of places.'),
    unit: z.coerce
      .number()
      .int()
      .positive()
      .optional()
      .describe('Id of a unit; sample data when absent.'),
    dpi: dpi.default(300),
  }),
  output: z.object({
    svg: z
      .string()
      .nullable()
      .describe('The label as SVG; null where the template itself is wrong.'),
    findings: z.array(labelFinding),
  }),
})

/** Most labels of one run. */
export const labelsPerRunMax = 200_000

/** What labels are made of, and in which order. */
const labelSubject = {
  /** That of the units' item when absent. */
  template: templateName.optional(),
  /** A search; every unit that it finds gets a label, in the order in which they were made. */
  query: z.string().max(2000).optional(),
  /** Or ids of units as runs: `1-1000,1005`. */
  units: unitIdRuns.optional(),
  /** Or codes of locations, for labels of shelves and bins. */
  locations: z.string().max(20_000).optional(),
  copies: z.coerce.number().int().min(1).max(100).default(1),
}

/** Place of the first label on its sheet, from 1: on a sheet that was used in part. */
export const startAt = z.coerce.number().int().min(1).max(1000).default(1)

const labelOutput = {
  ...labelSubject,
  format: z.enum(['pdf', 'svg', 'png', 'zpl']).default('pdf'),
  dpi: dpi.optional(),
  startAt,
  /** For ZPL, from -30 to 30. */
  darkness: z.coerce.number().min(-30).max(30).optional(),
}

export const renderLabels = streamed({
  name: 'renderLabels',
  method: 'POST',
  path: '/labels',
  summary: 'Make labels as PDF, SVG, PNG or ZPL; each is read back before any of them is released',
  needs: 'read',
  input: z.object(labelOutput),
  output: z.object({
    done: z.int(),
    total: z.int(),
    warnings: z.array(labelFinding.extend({ label: z.int() })),
    file: z
      .object({ name: z.string(), mediaType: z.string(), bytes: z.string() })
      .optional()
      .describe('Bytes of a file, in base64; those of the same name follow each other.'),
  }),
})

export const downloadLabels = fileOperation({
  name: 'downloadLabels',
  method: 'GET',
  path: '/labels/file',
  summary: 'Make labels as one file, such as a PDF to be printed',
  needs: 'read',
  mediaTypes: ['application/pdf', 'image/svg+xml', 'image/png', 'application/zpl'],
  input: z.object(labelOutput),
})

/** What labels say that no unit knows. */
const labelSettings = z.object({
  linkStem: z
    .string()
    .max(200)
    .regex(/^https?:\/\/[^\s?#/]+(\/[^\s?#]*)?$/, { error: issueText('linkStem') })
    .optional()
    .describe('What links on labels begin with.'),
  companyName: plainText(100).optional().describe('How the company is named on labels.'),
})
export type LabelSettings = z.infer<typeof labelSettings>

export const showLabelSettings = operation({
  name: 'showLabelSettings',
  method: 'GET',
  path: '/label-settings',
  summary: 'Show what all labels of the company say alike',
  needs: 'read',
  input: z.object({}),
  output: labelSettings,
})

export const saveLabelSettings = operation({
  name: 'saveLabelSettings',
  method: 'PUT',
  path: '/label-settings',
  summary: 'Set what all labels of the company say alike',
  needs: 'manage',
  input: labelSettings,
  output: labelSettings,
})

export const labelSubjectInput = z.object(labelSubject)
export type LabelSubject = z.infer<typeof labelSubjectInput>
