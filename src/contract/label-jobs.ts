import { z } from 'zod'
import { labelSubjectInput, startAt } from './labels.ts'
import { operation, page, plainText, streamed } from './operation.ts'
import { issueText } from '../domain/issue.ts'
import { clause } from './clause.ts'

const host = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/, {
    error: issueText('printerHost'),
  })

/** Ports of LPD and IPP. Below 1024 lies nothing else that prints, but much that must not be reached. */
const lowPorts: readonly number[] = [515, 631]
const port = z
  .int()
  .max(65_535)
  .refine((number) => number >= 1024 || lowPorts.includes(number), {
    error: issueText('printerPort'),
  })

/** A printer that labels may be sent to; only an administrator can add one. */
export const printer = z
  .object({
    name: plainText(60),
    kind: z
      .enum(['zpl', 'ipp'])
      .describe(
        '`zpl`: raw ZPL II over TCP. `ipp`: a queue of CUPS or a printer that speaks IPP, as PDF.',
      ),
    host,
    port,
    path: z
      .string()
      .max(200)
      .regex(/^\/[\w./-]*$/, { error: issueText('printerPath') })
      .optional()
      .describe('Path of an IPP queue, such as `/printers/labels`.'),
    dpi: z.int().min(100).max(1200),
    darkness: z
      .number()
      .min(-30)
      .max(30)
      .optional()
      .describe('From -30 to 30, relative to what the printer is set to.'),
  })
  .meta({ id: 'Printer' })
export type Printer = z.infer<typeof printer>

export const listPrinters = operation({
  name: 'listPrinters',
  method: 'GET',
  path: '/printers',
  summary: 'List the printers that labels may be sent to',
  needs: 'read',
  input: z.object({}),
  output: z.object({ printers: z.array(printer) }),
})

export const savePrinter = operation({
  name: 'savePrinter',
  method: 'PUT',
  path: '/printers',
  summary: 'Allow a printer, or change one',
  needs: 'administer',
  input: z.object(printer.shape),
  output: z.object({ name: z.string() }),
})

export const deletePrinter = operation({
  name: 'deletePrinter',
  method: 'DELETE',
  path: '/printers/{printer}',
  summary: 'Allow a printer no longer',
  needs: 'administer',
  input: z.object({ printer: plainText(60) }),
  output: z.object({ name: z.string() }),
})

export const checkPrinter = operation({
  name: 'checkPrinter',
  method: 'POST',
  path: '/printers/{printer}/check',
  summary: 'Ask a printer whether it can print',
  needs: 'record',
  input: z.object({ printer: plainText(60) }),
  output: z.object({
    isReady: z.boolean(),
    problems: z.array(z.string()).describe('What a person has to do first.'),
    said: z.array(clause),
  }),
})

/**
 * `waiting` to be sent, `sending`, `printed` in full, `cancelled`, or `unsure`: it broke off while
 * labels were on their way, and a person has to say how many came out.
 */
export const labelJobStates = ['waiting', 'sending', 'unsure', 'printed', 'cancelled'] as const

export const labelJob = z
  .object({
    id: z.string(),
    state: z.enum(labelJobStates),
    template: z.string(),
    printer: z.string(),
    total: z.int(),
    printed: z.int().describe('Labels that surely came out.'),
    unsure: z
      .object({ from: z.int(), to: z.int() })
      .nullable()
      .describe('Labels that were on their way when it broke off: from, to; counted from 1.'),
    problem: z.string().nullable().describe('Why it does not go on.'),
    problemSaid: clause.optional(),
    unseen: z
      .int()
      .nullable()
      .describe(
        'Units whose labels were printed and not scanned since; null before anything was printed.',
      ),
    units: z.int(),
    actor: z.string(),
    created: z.string(),
  })
  .meta({ id: 'LabelJob' })

const job = plainText(60)

export const createLabelJob = operation({
  name: 'createLabelJob',
  method: 'POST',
  path: '/label-jobs',
  summary: 'Put labels into the print queue; nothing is printed before the job is sent',
  needs: 'record',
  input: labelSubjectInput.extend({
    id: z.uuid().describe('Made by the client, so that a repeat makes no second job.'),
    printer: plainText(60),
    startAt: startAt.describe(
      'Place of the first label on its sheet, for printers that get pages; sheets after it are full.',
    ),
    blanks: z
      .object({ item: plainText(100), count: z.int().min(1).max(10_000) })
      .optional()
      .describe(
        'Blanks: so many units of an item are announced with new serials, to be claimed by scanning.',
      ),
  }),
  output: labelJob,
})

export const listLabelJobs = operation({
  name: 'listLabelJobs',
  method: 'GET',
  path: '/label-jobs',
  summary: 'List print jobs, newest first',
  needs: 'read',
  input: z.object({ ...page }),
  output: z.object({ jobs: z.array(labelJob), cursor: z.string().nullable() }),
})

export const showLabelJob = operation({
  name: 'showLabelJob',
  method: 'GET',
  path: '/label-jobs/{job}',
  summary: 'Show a print job, and which of its labels have not been seen yet',
  needs: 'read',
  input: z.object({ job, limit: z.coerce.number().int().min(0).max(1000).default(100) }),
  output: z.object({
    job: labelJob,
    unseen: z
      .array(z.object({ id: z.int(), serial: z.string().nullable() }))
      .describe('The first units that were not scanned since their labels were printed.'),
  }),
})

export const sendLabelJob = streamed({
  name: 'sendLabelJob',
  method: 'POST',
  path: '/label-jobs/{job}/send',
  summary: 'Print a job that waits, or what is left of it; it never prints a label twice by itself',
  needs: 'record',
  input: z.object({ job }),
  output: z.object({ printed: z.int(), total: z.int() }),
})

export const settleLabelJob = operation({
  name: 'settleLabelJob',
  method: 'POST',
  path: '/label-jobs/{job}/settle',
  summary: 'Say how many labels of a job came out that broke off; the rest waits to be sent',
  needs: 'record',
  input: z.object({ job, printed: z.int().min(0) }),
  output: labelJob,
})

export const cancelLabelJob = operation({
  name: 'cancelLabelJob',
  method: 'POST',
  path: '/label-jobs/{job}/cancel',
  summary: 'Print no more of a job',
  needs: 'record',
  input: z.object({ job }),
  output: labelJob,
})

export const seeLabel = operation({
  name: 'seeLabel',
  method: 'POST',
  path: '/label-jobs/{job}/seen',
  summary: 'Record that a label of a job was scanned on the thing it belongs to',
  needs: 'record',
  input: z.object({ job, scan: z.string().min(1).max(8000) }),
  output: z.object({
    unit: z.int(),
    serial: z.string().nullable(),
    wasSeen: z.boolean().describe('It was seen before.'),
    unseen: z.int(),
  }),
})
