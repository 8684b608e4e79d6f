import { z } from 'zod'
import { plainText, streamed } from './operation.ts'

const path = plainText(1000)

/** What the file is and how it shall be read; `mapping` as a dry run showed it. */
const importInput = z.object({
  path,
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
})

/** Lines of the same kind of problem, with the first few places. */
const problemGroup = z
  .object({
    code: z.string(),
    /** The sentence for the first of them. */
    message: z.string(),
    count: z.int(),
    lines: z.array(z.int()),
  })
  .meta({ id: 'ProblemGroup' })
export type ProblemGroup = z.infer<typeof problemGroup>

/** How far the work is; the total is unknown for a file that is still growing. */
const progress = z.object({
  rows: z.int(),
  bytesRead: z.int(),
  bytesTotal: z.int().nullable(),
})

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
  isLocal: true,
  input: importInput,
  output: z.object({
    progress,
    /** On the last line: what came of it. */
    plan: z
      .object({
        format: z.string(),
        template: z.string().nullable(),
        kind: z.string(),
        columns: z.array(
          z.object({
            header: z.string(),
            field: z.string(),
            samples: z.array(z.string()),
            why: z.string(),
          }),
        ),
        /** What a person must still say. */
        missing: z.array(z.string()),
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
  summary: 'Import a file as one batch that can be undone; refused rows go into a file',
  needs: 'manage',
  isLocal: true,
  input: importInput.extend({ refusedPath: path }),
  output: z.object({
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
