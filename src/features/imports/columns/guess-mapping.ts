import {
  fieldByForm,
  filledSamples,
  fits,
  looksLikeSerials,
  notationOf,
  traitTypeOf,
} from './evidence.ts'
import type { Clause } from '../../../i18n/clause.ts'
import { isFieldName, traitNameOf } from './field.ts'
import {
  headerWords,
  knownHeaders,
  locationSigns,
  modelWords,
  partySigns,
  referenceWords,
  thingSigns,
} from './known-headers.ts'
import { missingFields } from './missing-fields.ts'
import { templates } from './templates.ts'
import { say } from './value-problem.ts'
import type { SourceRow } from '../../../files/read/table.ts'
import type { Field, ImportKind } from './field.ts'
import type { Mapping, MappingColumn } from './mapping.ts'
import type { Template } from './templates.ts'

/** A column with what it probably is. */
export interface GuessedColumn extends MappingColumn {
  /** Some of its values. */
  readonly samples: readonly string[]
  /** From 0 to 1. */
  readonly confidence: number
  /** Why, in a sentence for people. */
  readonly why: Clause
}

/** A mapping that was guessed; `mapping.parse` leaves the plain mapping of it. */
export interface GuessedMapping extends Mapping {
  readonly columns: GuessedColumn[]
  /** Name of the known file that it is. */
  readonly template?: string
  /** What a person must still say, in sentences. */
  readonly missing: readonly Clause[]
}

/** Values shown to people for each column. */
const samplesShown = 5
/** Rows that are looked at. */
const rowsLookedAt = 500

interface Column {
  readonly header: string
  readonly words: string
  readonly samples: readonly string[]
}

interface Choice {
  readonly field: Field
  readonly confidence: number
  readonly why: Clause
}

/**
 * Guesses what the columns of a file mean: by the headers of known files, by words that headers
 * are made of, and by the values. A column that nothing is known of becomes a trait of its name.
 */
export function guessMapping(
  headers: readonly string[],
  rows: readonly SourceRow[],
): GuessedMapping {
  const sample = rows.slice(0, rowsLookedAt)
  const columns = headers.map((header, index) => ({
    header,
    words: headerWords(header),
    samples: filledSamples(sample.map((row) => row.values[index] ?? '')),
  }))
  const template = templates.find((one) => isTemplate(one, columns))
  const kind = template?.kind ?? kindByHeaders(columns)
  const choices = settle(
    columns,
    columns.map((column) => choose(column, kind, template)),
  )
  const guessed = columns.map((column, index) => guessedColumn(column, choices[index]!, template))
  const final = template?.kind ?? kindByFields(kind, guessed)
  const hasQuantity = guessed.some(({ field }) => field === 'quantity')
  const isStock = template?.isStock === true && hasQuantity
  return {
    version: 1,
    kind: final,
    columns: guessed,
    ...(isStock && { missingSerial: 'number' as const }),
    ...(template !== undefined && { template: template.name }),
    missing: missingFields(
      final,
      guessed.map(({ field }) => field),
      isStock,
    ),
  }
}

/** Whether the first line of a file holds values and no names: a bare list of serials. */
export function isWithoutHeaders({ columns }: GuessedMapping): boolean {
  if (columns.some(({ field }) => !field.startsWith('trait:'))) return false
  return columns.some(({ header, samples }) => {
    const lengths = samples.map(({ length }) => length)
    const isAlike = Math.min(...lengths) <= header.length && header.length <= Math.max(...lengths)
    return isAlike && looksLikeSerials([header, ...samples])
  })
}

function isTemplate({ signs }: Template, columns: readonly Column[]): boolean {
  const words = new Set(columns.map((column) => column.words))
  return signs.every((sign) => [sign].flat().some((one) => words.has(one)))
}

function kindByHeaders(columns: readonly Column[]): ImportKind {
  const isThing = columns.some(({ words }) => {
    const field = knownHeaders.units.get(words)
    return field !== undefined && (thingSigns.has(field) || field.startsWith('identifier:'))
  })
  if (isThing && !columns.some(({ words }) => words === 'gln')) return 'units'
  if (columns.some(({ words }) => locationSigns.test(words))) return 'locations'
  return columns.some(({ words }) => partySigns.test(words)) ? 'parties' : 'units'
}

/** Things with a number or a place are units; a list without either is a list of items. */
function kindByFields(kind: ImportKind, columns: readonly GuessedColumn[]): ImportKind {
  if (kind !== 'units') return kind
  const isUnit = columns.some(
    ({ field }) => field === 'serial' || field === 'quantity' || field.startsWith('identifier:'),
  )
  return isUnit ? 'units' : 'items'
}

function choose(column: Column, kind: ImportKind, template: Template | undefined): Choice {
  const { words, samples } = column
  const byTemplate = template?.columns[words]
  if (byTemplate !== undefined && template !== undefined) {
    return {
      field: byTemplate,
      confidence: 0.99,
      why: say('why.template', { template: template.name }),
    }
  }
  if (words === 'reason') {
    return { field: 'ignore', confidence: 0.9, why: say('why.reason') }
  }
  const known = knownHeaders[kind].get(words)
  if (known !== undefined && fits(known, samples)) {
    return { field: known, confidence: 0.95, why: say('why.header', { field: nameOf(known) }) }
  }
  const tracks = known === 'serial' ? 'tracks_serial' : known === 'lot' ? 'tracks_lot' : undefined
  if (tracks !== undefined && fits(tracks, samples)) {
    return {
      field: tracks,
      confidence: 0.8,
      why: say('why.yesNo', { field: nameOf(tracks) }),
    }
  }
  const form = kind === 'units' ? fieldByForm(samples) : undefined
  if (form !== undefined) return { field: form.field, confidence: 0.75, why: form.why }
  const part = knownPart(words, kind)
  if (part !== undefined && known === undefined && fits(part, samples)) {
    return { field: part, confidence: 0.6, why: say('why.headerEnd', { field: nameOf(part) }) }
  }
  return asTrait(
    column,
    known === undefined ? say('why.unknown') : say('why.unfit', { field: nameOf(known) }),
  )
}

/** What is said of someone else's number is not ours: `supplier part number`, `warranty expiry`. */
const others =
  /^(?:supplier|vendor|maker|manufacturer|customer|warranty|old|previous|parent|next|min|max)\b/

/** The field named by the last words of a longer header: `internal serial number`. */
function knownPart(words: string, kind: ImportKind): Field | undefined {
  if (others.test(words)) return undefined
  const list = words.split(' ')
  for (let from = 1; from < list.length - 1; from++) {
    const field = knownHeaders[kind].get(list.slice(from).join(' '))
    if (field !== undefined) return field
  }
  return undefined
}

const nameOf = (field: Field): Clause =>
  isFieldName(field)
    ? say(`field.${field}`)
    : say('otherField', { name: field.slice(field.indexOf(':') + 1).replaceAll('_', ' ') })

/** Gives each field to the column that suits it best; the others become traits. */
function settle(columns: readonly Column[], choices: readonly Choice[]): Choice[] {
  const settled = [...choices]
  const owner = new Map<Field, number>()
  const byConfidence = choices.map((_, index) => index)
  byConfidence.sort((a, b) => choices[b]!.confidence - choices[a]!.confidence || a - b)
  for (const index of byConfidence) {
    const { field } = choices[index]!
    const first = owner.get(field)
    if (field === 'ignore' || first === undefined) owner.set(field, index)
    else
      settled[index] = asTrait(
        columns[index]!,
        say('why.taken', { header: columns[first]!.header, field: nameOf(field) }),
      )
  }
  if (!owner.has('sku') && !owner.has('gtin')) {
    const isNamed = owner.has('name')
    takeAsItem(columns, settled, isNamed ? modelWords : [...modelWords, ...referenceWords])
  }
  if (!owner.has('serial')) takeCodesAsSerial(columns, settled)
  return tellTraitsApart(settled)
}

const asTrait = ({ header }: Column, why: Clause): Choice => ({
  field: `trait:${traitNameOf(header)}`,
  confidence: 0.3,
  why,
})

function takeAsItem(
  columns: readonly Column[],
  settled: Choice[],
  standIns: readonly string[],
): void {
  const index = columns.findIndex(({ words }, at) => {
    return standIns.includes(words) && settled[at]!.field.startsWith('trait:')
  })
  if (index >= 0) settled[index] = { field: 'sku', confidence: 0.8, why: say('why.item') }
}

/** A column without a name that holds nothing but codes is a list of serials. */
function takeCodesAsSerial(columns: readonly Column[], settled: Choice[]): void {
  const index = columns.findIndex(({ header, samples }, at) => {
    const isNameless = /^column \d+$/.test(header) && settled[at]!.field.startsWith('trait:')
    return isNameless && looksLikeSerials(samples)
  })
  if (index >= 0) settled[index] = { field: 'serial', confidence: 0.5, why: say('why.serials') }
}

/** Two headers can make one trait name: `Size` and `size`. */
function tellTraitsApart(choices: readonly Choice[]): Choice[] {
  const taken = new Set<string>()
  return choices.map((choice) => {
    if (!choice.field.startsWith('trait:')) return choice
    let field = choice.field
    for (let copy = 2; taken.has(field); copy++) {
      field = `${choice.field.slice(0, 60)}_${copy}` as Field
    }
    taken.add(field)
    return { ...choice, field }
  })
}

function guessedColumn(
  column: Column,
  choice: Choice,
  template: Template | undefined,
): GuessedColumn {
  const { header, samples } = column
  const { field } = choice
  const type = field.startsWith('trait:') ? traitTypeOf(samples) : undefined
  const notation = notationOf(field, type, samples)
  const isDated = template?.dateOrder !== undefined && field === 'expiry'
  return {
    header,
    field,
    ...(type !== undefined && type !== 'text' && { type }),
    ...notation,
    ...(isDated && { dateOrder: template.dateOrder }),
    samples: [...new Set(samples)].slice(0, samplesShown),
    confidence: choice.confidence,
    why: choice.why,
  }
}
