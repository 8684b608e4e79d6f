import { z } from 'zod'
import { fileBody, fileOperation, operation, page, plainText, streamed } from './operation.ts'
import { clause } from './clause.ts'

const path = plainText(1000)

/** Largest file that can be uploaded, in GiB. */
export const uploadGibibytesMax = 16

export const uploadFile = operation({
  name: 'uploadFile',
  method: 'POST',
  path: '/uploads',
  summary: 'Upload a file to be imported; it is kept for a day',
  needs: 'manage',
  takesFile: true,
  input: z.object({
    name: plainText(200).describe('Name of the file; its ending says what it is.'),
    body: fileBody,
  }),
  output: z.object({ upload: z.string(), name: z.string(), bytes: z.int() }),
})

/** What the file is and how it shall be read; `mapping` as a dry run showed it. */
const importInput = z.object({
  upload: z.uuid().optional().describe('The file, as it was uploaded.'),
  path: path
    .optional()
    .describe(
      'The file, where it lies beside the data: for the command line of that machine alone.',
    ),
  mapping: z.unknown().optional().describe('What each column means; guessed when absent.'),
  savedMapping: plainText(100).optional().describe('Name of a saved mapping to use.'),
  location: plainText(100).optional().describe('Location of units whose row names none.'),
  item: plainText(100).optional().describe('Item of units whose row names none.'),
  sheet: plainText(200).optional().describe('Sheet of a workbook.'),
  moveKnown: z
    .boolean()
    .optional()
    .describe('Brings units that are there already to the place and status that the file says.'),
  again: z
    .boolean()
    .optional()
    .describe('Adds stock without numbers once more, though the same file was imported before.'),
})

/** Lines of the same kind of problem, with the first few places. */
const problemGroup = z
  .object({
    code: z.string(),
    message: z.string().describe('The sentence for the first of them.'),
    said: clause
      .optional()
      .describe('What it says; absent in imports of releases that did not keep it.'),
    count: z.int(),
    lines: z.array(z.int()),
  })
  .meta({ id: 'ProblemGroup' })
export type ProblemGroup = z.infer<typeof problemGroup>

/** How far the work is; the total is unknown for a file that is still growing. */
const progress = z
  .object({ rows: z.int(), bytesRead: z.int(), bytesTotal: z.int().nullable() })
  .meta({ id: 'ImportProgress' })

const counts = z
  .object({
    rows: z.int(),
    newItems: z.int(),
    changedItems: z.int(),
    newLocations: z.int(),
    newParties: z.int(),
    newUnits: z.int(),
    knownUnits: z
      .int()
      .describe('Units that are there already; what the file adds to them is recorded.'),
    refused: z.int(),
  })
  .meta({ id: 'ImportCounts' })
export type ImportCounts = z.infer<typeof counts>

export const planImport = streamed({
  name: 'planImport',
  method: 'POST',
  path: '/imports/plan',
  summary: 'Try an import dry: what would be created, changed and refused',
  needs: 'manage',
  input: importInput,
  output: z.object({
    progress,
    plan: z
      .object({
        format: z.string(),
        sheet: z
          .string()
          .nullable()
          .describe('The sheet of a workbook that was read, and those that were not.'),
        otherSheets: z.array(z.string()),
        template: z.string().nullable(),
        kind: z.string(),
        columns: z.array(
          z.object({
            header: z.string(),
            field: z.string(),
            samples: z.array(z.string()),
            why: z.string().describe('Why it means so.'),
            said: clause,
          }),
        ),
        missing: z.array(z.string()).describe('What a person must still say.'),
        missingSaid: z.array(clause),
        mapping: z.unknown().describe('To be given to the import as it is, or changed before.'),
        counts,
        refusals: z.array(problemGroup),
        warnings: z.array(problemGroup),
      })
      .optional()
      .describe('On the last line: what came of it.'),
  }),
})

export const loadImport = streamed({
  name: 'loadImport',
  method: 'POST',
  path: '/imports',
  summary: 'Import a file as one batch that can be undone; goes on when nobody listens',
  needs: 'manage',
  input: importInput.extend({
    refusedPath: path
      .optional()
      .describe(
        'Where refused rows go; without it they are kept to be downloaded. Beside the data only.',
      ),
  }),
  output: z.object({
    run: z.string().describe('By which the import can be asked for later.'),
    batch: z
      .string()
      .nullable()
      .describe('The code by which it can be taken back, once there is something to take back.'),
    progress,
    counts,
    result: z
      .object({
        batch: z
          .string()
          .nullable()
          .describe(
            'The code by which it can be taken back; null when there was nothing to record.',
          ),
        refusals: z.array(problemGroup),
        warnings: z.array(problemGroup),
        refusedPath: z.string().nullable(),
      })
      .optional()
      .describe('On the last line.'),
  }),
})

export const undoImport = streamed({
  name: 'undoImport',
  method: 'POST',
  path: '/imports/{batch}/undo',
  summary: 'Take back every event of an import; its history stays',
  needs: 'manage',
  input: z.object({ batch: plainText(100), reason: plainText(500).optional() }),
  output: z.object({
    undone: z.int().describe('Events that were taken back so far, and those that had been before.'),
    already: z.int(),
    events: z.int().describe('All events of the import that can be taken back.'),
    refused: z
      .array(z.object({ event: z.int(), message: z.string() }))
      .describe('Why events could not be taken back, since the line before.'),
  }),
})

/** An import that was begun, whatever came of it. */
const importRun = z
  .object({
    run: z.string(),
    file: z.string(),
    actor: z.string(),
    batch: z.string().nullable(),
    state: z
      .enum(['running', 'done', 'failed', 'cancelled', 'interrupted', 'undone'])
      .describe(
        'Interrupted: the server stopped on the way. What was loaded by then can be undone.',
      ),
    started: z.string().describe('Times as ISO 8601.'),
    ended: z.string().nullable(),
    progress,
    counts,
    refusals: z.array(problemGroup),
    warnings: z.array(problemGroup),
    hasRefusedRows: z.boolean().describe('Whether the refused rows can be downloaded.'),
    problem: z.string().nullable().describe('Why it failed.'),
    problemSaid: clause.optional(),
  })
  .meta({ id: 'ImportRun' })
export type ImportRun = z.infer<typeof importRun>

const run = z.object({ run: plainText(100) })

export const listImports = operation({
  name: 'listImports',
  method: 'GET',
  path: '/imports',
  summary: 'List the imports that were begun, the latest first',
  needs: 'read',
  input: z.object(page),
  output: z.object({ imports: z.array(importRun), cursor: z.string().nullable() }),
})

export const showImport = operation({
  name: 'showImport',
  method: 'GET',
  path: '/imports/{run}',
  summary: 'Show how far an import is, or what came of it',
  needs: 'read',
  input: run,
  output: importRun,
})

export const cancelImport = operation({
  name: 'cancelImport',
  method: 'POST',
  path: '/imports/{run}/cancel',
  summary: 'Stop an import; what it loaded stays until it is undone',
  needs: 'manage',
  input: run,
  output: importRun,
})

export const downloadRefusedRows = fileOperation({
  name: 'downloadRefusedRows',
  method: 'GET',
  path: '/imports/{run}/refused',
  summary: 'Download the rows that an import refused, with the reasons beside each',
  needs: 'read',
  input: run,
  mediaTypes: ['text/csv'],
})
