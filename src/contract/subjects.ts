import { z } from 'zod'
import { orderStatuses } from '../domain/subject-words.ts'
import { subjectKinds } from '../domain/subject.ts'
import { operation, page, plainText } from './operation.ts'
import { historyLine, subjectView } from './views.ts'

const kind = z.enum(subjectKinds)

export const listSubjects = operation({
  name: 'listSubjects',
  method: 'GET',
  path: '/subjects/{kind}',
  summary: 'List items, locations, parties, orders, lots, batches or definitions of traits by code',
  needs: 'read',
  input: z.object({
    kind,
    words: plainText(200).optional().describe('Words that the code or name contains.'),
    item: plainText(100).optional().describe('Only the lots of this item.'),
    status: z.enum(orderStatuses).optional().describe('Only the orders that stand so.'),
    ...page,
  }),
  output: z.object({ subjects: z.array(subjectView), cursor: z.string().nullable() }),
})

/** Kinds of what people call by a name of its own. */
export const namedKinds = ['item', 'lot', 'order', 'party', 'location'] as const

export const findSubjects = operation({
  name: 'findSubjects',
  method: 'GET',
  path: '/subjects',
  summary: 'Find items, lots, orders, parties and locations by what is typed of a code or name',
  needs: 'read',
  input: z.object({
    words: plainText(200).describe('Words that the code or name contains.'),
    limit: z.coerce.number().int().min(1).max(20).default(3).describe('How many of each kind.'),
  }),
  output: z.object({
    subjects: z
      .array(subjectView)
      .describe('By kind; of each those first that are called so or begin so.'),
  }),
})

/** What is told of an event that made or changed an item, location … */
const subjectHistory = {
  event: true,
  kind: true,
  time: true,
  actor: true,
  corrects: true,
  correctedBy: true,
} as const

export const showSubject = operation({
  name: 'showSubject',
  method: 'GET',
  path: '/subjects/{kind}/{code}',
  summary:
    'Show an item, location, party, order, lot, batch or definition of a trait, with its history',
  needs: 'read',
  input: z.object({ kind, code: plainText(100), item: plainText(100).optional() }),
  output: z.object({
    subject: subjectView,
    lines: z.array(historyLine.pick(subjectHistory)),
  }),
})
