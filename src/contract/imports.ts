import { z } from 'zod'
import { streamed } from './operation.ts'

const path = z.string().min(1).max(1000)

/** What the file is and how it shall be read; `mapping` as a dry run showed it. */
const importInput = z.object({
  path,
  /** What each column means; guessed when absent. */
  mapping: z.unknown().optional(),
  /** Name of a saved mapping to use. */
  savedMapping: z.string().max(100).optional(),
  /** Location of units whose row names none. */
  location: z.string().max(100).optional(),
  /** Item of units whose row names none. */
  item: z.string().max(100).optional(),
  /** Sheet of a workbook. */
  sheet: z.string().max(200).optional(),
})

/** Lines of the same kind of problem, with the first few places. */
const problemGroup = z.object({
  code: z.string(),
  /** The sentence for the first of them. */
  message: z.string(),
  count: z.int(),
  lines: z.array(z.int()),
})
export type ProblemGroup = z.infer<typeof problemGroup>

/** How far the work is; the total is unknown for a file that is still growing. */
const progress = z.object({
  rows: z.int(),
  bytesRead: z.int(),
  bytesTotal: z.int().nullable(),
})

const counts = z.object({
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
        batch: z.string(),
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
  input: z.object({ batch: z.string().min(1).max(100), reason: z.string().max(500).optional() }),
  output: z.object({
    undone: z.int(),
    events: z.int(),
    /** Why events could not be taken back, since the line before. */
    refused: z.array(z.object({ event: z.int(), message: z.string() })),
  }),
})
