import { z } from 'zod'
import { subjectRef } from './command.ts'
import { serialFoldings } from './identifier.ts'
import { stages, unitKinds } from './status.ts'
import {
  handlingRules,
  orderKinds,
  orderStatuses,
  partyRoles,
  placeKinds,
  serialScopes,
  trackings,
  traitBearers,
  traitTypes,
} from './subject-words.ts'
import { issueText } from './issue.ts'

/**
 * The nouns that units refer to: items, locations, parties, orders, lots and batches; leases of
 * serials; and definitions of traits. Each has a code that people use, a name, and data of its own.
 */
export const subjectKinds = [
  'item',
  'location',
  'party',
  'order',
  'lot',
  'batch',
  'lease',
  'trait',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

const printable = /^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u

/** Whether a text is a {@link line} as it stands. */
export const isPlainLine = (text: string, most: number): boolean =>
  text !== '' && text.length <= most && text.trim() === text && printable.test(text)

/** Text of one line: no control characters, no marks that turn text around, no half characters. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(printable, {
      error: issueText('controlOrMark'),
    })

export const code = line(100)
const traitValue = z.union([line(1000), z.number(), z.boolean(), z.null()])
const traitNameForm = /^[\p{L}\p{N}_ -]{1,60}$/u
export const isTraitName = (name: string): boolean => traitNameForm.test(name)
const isNoTraitName = { error: issueText('traitName') }
const traitName = z.string().regex(traitNameForm, isNoTraitName)
export const traits = z.record(traitName, traitValue)

/** Names another subject: given by code or id, and kept as the id, which no renaming changes. */
const party = subjectRef

const itemData = z.object({
  name: line(300).optional(),
  gtin: z
    .string()
    .regex(/^\d{14}$/, { error: issueText('gtin') })
    .optional(),
  description: line(2000).optional(),
  category: line(200).optional(),
  tracking: z.enum(trackings).optional(),
  kind: z.enum(unitKinds).optional(),
  stage: z.enum(stages).optional(),
  measure: line(20)
    .optional()
    .describe('Name of the unit of measure, such as `kg`; `decimals` of its digits are kept.'),
  decimals: z.int().min(0).max(9).optional(),
  serialScope: z.enum(serialScopes).optional(),
  serialFolding: z
    .enum(serialFoldings)
    .optional()
    .describe('What does not make two serials of one: letter case when absent.'),
  scheme: line(200)
    .optional()
    .describe('Pattern by which serials are made, such as `{item.code}-{YY}{WW}-{seq:5}{check}`.'),
  maker: party.optional(),
  supplier: party.optional(),
  packs: z
    .array(z.object({ gtin: z.string().regex(/^\d{14}$/), type: line(100) }))
    .max(100)
    .optional()
    .describe('Numbers of its packs, such as a carton of twenty.'),
  traits: traits.optional(),
  handling: z
    .array(z.enum(handlingRules))
    .max(handlingRules.length)
    .optional()
    .describe('How it must be handled, by the symbols that stand on its labels.'),
  coldest: z
    .number()
    .min(-273)
    .max(2000)
    .optional()
    .describe('Temperatures that it must be kept between, in degrees Celsius.'),
  warmest: z.number().min(-273).max(2000).optional(),
  substitutes: z
    .array(subjectRef)
    .max(100)
    .optional()
    .describe('What may be used in its place, the best first.'),
  components: z
    .array(z.object({ item: subjectRef, quantity: z.int().min(1) }))
    .max(1000)
    .optional()
    .describe('What one of it is made of.'),
  shelfLifeDays: z.int().min(1).max(36_500).optional(),
  warrantyMonths: z.int().min(1).max(1200).optional(),
  labelTemplate: line(100).optional().describe('Name of the template of its labels.'),
})

const locationData = z.object({
  name: line(300).optional(),
  kind: z.enum(placeKinds).optional(),
  parent: subjectRef.optional().describe('The location that it lies in.'),
  gln: z
    .string()
    .regex(/^\d{13}$/)
    .optional(),
})

const partyData = z.object({
  name: line(300).optional(),
  roles: z.array(z.enum(partyRoles)).optional(),
  location: subjectRef.optional(),
})

const orderData = z.object({
  name: line(300).optional(),
  kind: z.enum(orderKinds).optional(),
  party: party.optional(),
  status: z.enum(orderStatuses).optional(),
  due: z.int().optional(),
  lines: z
    .array(z.object({ item: subjectRef, quantity: z.int().min(1) }))
    .max(10_000)
    .optional(),
})

const lotData = z.object({
  item: z.int(),
  name: line(300).optional(),
  expiry: z.int().optional(),
  made: z.int().optional(),
  traits: traits.optional(),
})

const batchData = z.object({
  name: line(300).optional(),
  file: line(500).optional(),
  digest: line(100).optional().describe('Tells the content of the file from others.'),
})

/** Numbers of a counter as runs, such as `1-1000,1005`. */
const runs = z.string()

const leaseData = z.object({
  item: z.int(),
  pattern: z
    .string()
    .describe('The scheme and what the serials are made from besides their numbers.'),
  fields: z.record(z.string(), z.string()),
  date: z.object({ year: z.int(), month: z.int(), day: z.int() }),
  holder: line(200).describe('Who has the serials: a line, a printer, an offline station.'),
  until: z.int().optional().describe('When they shall be accounted for, in milliseconds UTC.'),
  epoch: z
    .int()
    .describe('How often the company had been restored from a backup when they were handed out.'),
  numbers: runs.describe('All numbers, and those that were printed, destroyed and given back.'),
  encoded: runs,
  scrapped: runs,
  returned: runs,
})

/** How a trait is to be understood; its code is the name that units, items and lots have it by. */
const traitData = z.object({
  name: line(300).optional().describe('What people read in place of the code.'),
  description: line(2000).optional(),
  type: z.enum(traitTypes).optional(),
  measure: line(20)
    .optional()
    .describe('Unit of measure of its numbers, and the digits after the point that they may have.'),
  decimals: z.int().min(0).max(9).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  choices: z
    .array(line(200))
    .max(500)
    .optional()
    .describe('What can be chosen, in the order in which it is offered.'),
  of: z.array(z.enum(traitBearers)).max(traitBearers.length).optional(),
})

/** Shape of each noun's data, beside its code. */
export const subjectData = {
  item: itemData,
  location: locationData,
  party: partyData,
  order: orderData,
  lot: lotData,
  batch: batchData,
  lease: leaseData,
  trait: traitData,
} as const satisfies Record<SubjectKind, z.ZodType>

/** Shape of each noun's code: a trait's is its name, which objects of a program must not confuse. */
export const codeForm = (kind: SubjectKind): z.ZodType<string> =>
  kind === 'trait'
    ? z
        .string()
        .trim()
        .regex(traitNameForm, isNoTraitName)
        .refine((name) => name !== '__proto__', isNoTraitName)
    : code

export type SubjectData = { [K in SubjectKind]: z.infer<(typeof subjectData)[K]> }

/** One item, location, party, order, lot, batch, lease or definition of a trait. */
export interface Subject<K extends SubjectKind = SubjectKind> {
  readonly kind: K
  readonly id: number
  readonly code: string
  /** Id of the subject above it in a tree; only locations have one. */
  readonly parent: number | null
  readonly data: SubjectData[K]
  /**
   * Its making was taken back: nothing finds it by its code, GTIN or GLN, which others may have,
   * and no list shows it. It stays under its id, for history names it.
   */
  readonly retired?: true
}

/** Names a subject by what never changes of it. */
export interface SubjectId {
  readonly kind: SubjectKind
  readonly id: number
}

/** Names a subject by its code; `item` is 0 except for lots. */
export interface SubjectName {
  readonly kind: SubjectKind
  readonly item: number
  readonly code: string
}

/** Key of a subject's code in a working set; lots are told apart within their item. */
export const subjectKey = (kind: SubjectKind, codeText: string, item = 0): string =>
  `${kind}\u0000${item}\u0000${codeText.toUpperCase()}`
