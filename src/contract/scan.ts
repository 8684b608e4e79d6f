import { z } from 'zod'
import { commandNames } from '../domain/scan/meaning.ts'
import { clause, fact, said } from './clause.ts'
import { operation } from './operation.ts'
import { unitView } from './views.ts'

/** What a scan can turn out to be. */
const scanKinds = [
  'unit',
  'item',
  'lot',
  'location',
  'order',
  'party',
  'person',
  'command',
  'serial',
  'identifier',
  'gs1',
  'link',
  'text',
] as const

/** What can be done next with a scan. */
const scanActions = [
  'show',
  'receive',
  'commission',
  'identify',
  'create_item',
  'find',
  'run',
  'switch_operator',
  'open_link',
  'scan_again',
] as const

const offer = z.object({
  action: z.enum(scanActions),
  title: z
    .string()
    .describe('The offer in words, such as `Receive 4711 of BOLT`; in English, and as it is said.'),
  said,
  command: z
    .object({ kind: z.string(), input: z.record(z.string(), z.unknown()) })
    .nullable()
    .describe(
      'A command of the ledger to record, as far as the scan tells: a location may be missing.',
    ),
  needs: z.array(z.string()).describe('What the command still needs, such as `location`.'),
})
export type ScanOffer = z.infer<typeof offer>

const candidate = z.object({
  kind: z.enum(scanKinds),
  title: z.string().describe('What it is, in few words.'),
  why: z.string().describe('Why it is thought to be that.'),
  said: z.object({ title: said, why: said }).describe('Both as they are said in another language.'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('From 0 to 1; candidates come with the likeliest first.'),
  known: z.boolean().describe('Whether the company has it.'),
  ref: z
    .object({ kind: z.string(), id: z.int(), code: z.string().nullable() })
    .nullable()
    .describe('What the company has: kind, id and code (of a unit its serial).'),
  unit: unitView.nullable(),
  facts: z.array(fact).describe('The parts that were read: GTIN, expiry, site, week, number …'),
  run: z
    .object({ name: z.enum(commandNames), quantity: z.int().nullable() })
    .nullable()
    .describe('Of a command barcode: what to run, and how many.'),
  offers: z.array(offer),
})
export type ScanCandidate = z.infer<typeof candidate>

/** Longest scan that is looked at; no symbol holds more. */
export const scanLengthMax = 8192

export const resolveScan = operation({
  name: 'resolveScan',
  method: 'POST',
  path: '/scans',
  summary: 'Say what a scanned or typed code can mean, the likeliest first; changes nothing',
  needs: 'read',
  input: z.object({
    code: z
      .string()
      .min(1)
      .max(scanLengthMax)
      .describe(
        'The code as the scanner sent it; separators (GS) and AIM identifiers may stand in it.',
      ),
  }),
  output: z.object({
    code: z
      .string()
      .describe(
        'The code as it was understood: separators as GS, without what the scanner put around it.',
      ),
    symbology: z
      .string()
      .nullable()
      .describe('`Data Matrix`, `EAN-13` … where the scanner said so.'),
    problem: z
      .object({ code: z.string(), position: z.int(), message: z.string(), said: clause })
      .nullable()
      .describe('Why it is not right GS1 data, though it begins like it.'),
    candidates: z.array(candidate).min(1),
  }),
})
