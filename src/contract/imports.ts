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
    /** Name of the file; its ending says what it is. */
    name: plainText(200),
    body: fileBody,
  }),
  output: z.object({ upload: z.string(), name: z.string(), bytes: z.int() }),
})

/** What the file is and how it shall be read; `mapping` as a dry run showed it. */
const importInput = z.object({
  /** The file, as it was uploaded. */
  upload: z.uuid().optional(),
  /** The file, where it lies beside the data: for the command line of that machine alone. */
  path: path.optional(),
  /** What each column means; guessed when absent. */
  mapping: z.unknown().optional(),
  /** Name of a saved mapping to use. */
  savedMapping: plainText(100).optional(),
  /** Location of units whose row names none. */
  location: plainText(100).optional(),
  /** Item of units whose row names none. */
  item: plainText(100).optional(),
  /** Sheet of a workbook. */
  sheet: plainText(200).optional(),
  /** Brings units that are there already to the place and status that the file says. */
  moveKnown: z.boolean().optional(),
  /** Adds stock without numbers once more, though the same file was imported before. */
  again: z.boolean().optional(),
})

/** Lines of the same kind of problem, with the first few places. */
const problemGroup = z
  .object({
    code: z.string(),
    /** The sentence for the first of them. */
    message: z.string(),
    /** What it says; absent in imports of releases that did not keep it. */
    said: clause.optional(),
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
    /** Units that are there already; what the file adds to them is recorded. */
    knownUnits: z.int(),
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
    /** On the last line: what came of it. */
    plan: z
      .object({
        format: z.string(),
        /** The sheet of a workbook that was read, and those that were not. */
        sheet: z.string().nullable(),
        otherSheets: z.array(z.string()),
        template: z.string().nullable(),
        kind: z.string(),
        columns: z.array(
          z.object({
            header: z.string(),
            field: z.string(),
            samples: z.array(z.string()),
            /** Why it means so. */
            why: z.string(),
            said: clause,
          }),
        ),
        /** What a person must still say. */
        missing: z.array(z.string()),
        missingSaid: z.array(clause),
        /** To be given to the import as it is, or changed before. */
        mapping: z.unknown(),
        counts,
        refusals: z.array(problemGroup),
        warnings: z.array(problemGroup),
      })
      .optional(),
  }),
})

export const loadImport = streamed({
  name: 'loadImport',
  method: 'POST',
  path: '/imports',
  summary: 'Import a file as one batch that can be undone; goes on when nobody listens',
  needs: 'manage',
  input: importInput.extend({
    /** Where refused rows go; without it they are kept to be downloaded. Beside the data only. */
    refusedPath: path.optional(),
  }),
  output: z.object({
    /** By which the import can be asked for later. */
    run: z.string(),
    /** The code by which it can be taken back, once there is something to take back. */
    batch: z.string().nullable(),
    progress,
    counts,
    /** On the last line. */
    result: z
      .object({
        /** The code by which it can be taken back; null when there was nothing to record. */
        batch: z.string().nullable(),
        refusals: z.array(problemGroup),
        warnings: z.array(problemGroup),
        refusedPath: z.string().nullable(),
      })
      .optional(),
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
    /** Events that were taken back so far, and those that had been before. */
    undone: z.int(),
    already: z.int(),
    /** All events of the import that can be taken back. */
    events: z.int(),
    /** Items, locations … that it created: they stay. */
    kept: z.int(),
    /** Why events could not be taken back, since the line before. */
    refused: z.array(z.object({ event: z.int(), message: z.string() })),
  }),
})

/** An import that was begun, whatever came of it. */
const importRun = z
  .object({
    run: z.string(),
    file: z.string(),
    actor: z.string(),
    batch: z.string().nullable(),
    /** Interrupted: the server stopped on the way. What was loaded by then can be undone. */
    state: z.enum(['running', 'done', 'failed', 'cancelled', 'interrupted', 'undone']),
    /** Times as ISO 8601. */
    started: z.string(),
    ended: z.string().nullable(),
    progress,
    counts,
    refusals: z.array(problemGroup),
    warnings: z.array(problemGroup),
    /** Whether the refused rows can be downloaded. */
    hasRefusedRows: z.boolean(),
    /** Why it failed. */
    problem: z.string().nullable(),
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
