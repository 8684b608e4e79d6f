import { z } from 'zod'
import { unitsPerCommandMax } from '../domain/command.ts'
import { leaseStates, reportedStates } from '../domain/leases.ts'
import { operation, page, plainText } from './operation.ts'
import { reference } from './views.ts'

/** UUIDv7 that the client makes once; sent again, it is the same request. */
const id = z.string()

/** How many of the numbers of a lease are in each state; together they are all of them. */
const account = z.object({
  allocated: z.int(),
  encoded: z.int(),
  commissioned: z.int(),
  scrapped: z.int(),
  returned: z.int(),
})

const leaseView = z
  .object({
    code: z.string(),
    item: reference.nullable(),
    holder: z.string(),
    pattern: z.string(),
    count: z.int(),
    account,
    until: z.string().nullable().describe('When the serials shall be accounted for.'),
    isOverdue: z.boolean(),
    isBeforeRestore: z
      .boolean()
      .describe('It was handed out before the company was restored from a backup.'),
  })
  .meta({ id: 'Lease' })
export type LeaseView = z.infer<typeof leaseView>

const leasedSerial = z.object({ serial: z.string(), state: z.enum(leaseStates) })

const shownLease = z.object({
  lease: leaseView,
  serials: z.array(leasedSerial),
  contradictions: z
    .array(z.object({ serial: z.string(), reported: z.enum(reportedStates) }))
    .describe('Serials that units have although they were reported as scrapped or returned.'),
})

export const leaseSerials = operation({
  name: 'leaseSerials',
  method: 'POST',
  path: '/leases',
  summary: 'Hand out a block of serials to a line, a printer or an offline station',
  needs: 'record',
  input: z.object({
    id,
    item: plainText(100),
    count: z.int().min(1).max(unitsPerCommandMax),
    holder: plainText(200),
    until: z.int().optional().describe('When they shall be accounted for, in milliseconds UTC.'),
    location: plainText(100).optional(),
    order: plainText(100).optional(),
    lot: plainText(100).optional(),
  }),
  output: shownLease,
})

export const listLeases = operation({
  name: 'listLeases',
  method: 'GET',
  path: '/leases',
  summary: 'List the leases of serials, newest first',
  needs: 'read',
  input: z.object({
    words: plainText(200).optional().describe('Words that the code or the holder contains.'),
    limit: page.limit.pipe(z.int().max(100)),
    cursor: page.cursor,
  }),
  output: z.object({ leases: z.array(leaseView), cursor: z.string().nullable() }),
})

export const showLease = operation({
  name: 'showLease',
  method: 'GET',
  path: '/leases/{lease}',
  summary: 'Show what became of every serial of a lease',
  needs: 'read',
  input: z.object({ lease: plainText(100) }),
  output: shownLease,
})

export const reportLease = operation({
  name: 'reportLease',
  method: 'POST',
  path: '/leases/{lease}/reports',
  summary: 'Report what became of leased serials: encoded, scrapped or returned',
  needs: 'record',
  input: z.object({
    id,
    lease: plainText(100),
    state: z.enum(reportedStates),
    serials: z
      .array(plainText(200))
      .min(1)
      .max(unitsPerCommandMax)
      .optional()
      .describe('All that can still become so when absent.'),
  }),
  output: shownLease,
})
