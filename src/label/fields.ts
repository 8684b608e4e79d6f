import type { Clause } from '../i18n/clause.ts'
import { say } from './finding.ts'

/**
 * Fields in the texts of a template: `{serial}`, `{item.name}`, `{trait.colour}`, with a format
 * after a colon where the value shall be written in another way: `{expiry:DD.MM.YYYY}`. A brace
 * that shall be printed is doubled.
 */

/** What is known of one unit, by the names of fields. */
export type LabelData = Readonly<Record<string, string | number | boolean | null | undefined>>

interface Field {
  readonly name: string
  readonly format: string | null
}

type Part = string | Field

/** A text with its fields filled in. */
export interface FilledText {
  readonly text: string
  /** Fields that have no value. */
  readonly missing: readonly string[]
  /** Fields of the text in all. */
  readonly fields: number
  /** What is wrong with a value. */
  readonly problem: Clause | null
}

/** The names of the fields of a text, or what is wrong with how it is written. */
export function fieldsIn(text: string): { readonly names: string[]; readonly problem?: Clause } {
  const parts = split(text)
  if (!Array.isArray(parts)) return { names: [], problem: parts }
  const fields = parts.filter((part) => typeof part !== 'string')
  const wrong = fields.find(({ format }) => format !== null && !formatOf(format))
  const names = fields.map(({ name }) => name)
  if (!wrong) return { names }
  return { names, problem: say('noFormat', { field: written(wrong) }) }
}

/** The field that says in what unit of measure the value of another one is: `measure.trait.weight`. */
export const measureField = (name: string): string => `measure.${name}`

/**
 * Fills the fields of a text.
 *
 * @param people whether people read it: amounts then have their unit of measure, unless the text
 *   says it behind the field or a format asks for other digits
 */
export function fillText(text: string, data: LabelData, people = false): FilledText {
  const parts = split(text)
  if (!Array.isArray(parts)) return { text: '', missing: [], fields: 0, problem: parts }
  const missing: string[] = []
  let filled = ''
  let fields = 0
  let problem: Clause | null = null
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') {
      filled += part
      continue
    }
    fields += 1
    const value = valueOf(data, part.name)
    if (value === '') missing.push(part.name)
    else if (part.format === null) {
      filled += people
        ? measured(value, valueOf(data, measureField(part.name)), parts[index + 1])
        : value
    } else {
      const formatted = formatOf(part.format)?.(value) ?? null
      if (formatted === null) problem ??= say('formatUnfit', { field: written(part), value })
      else filled += formatted
    }
  }
  return { text: filled, missing, fields, problem }
}

/** A value with its unit of measure, unless that is what comes next in the text. */
function measured(value: string, measure: string, next: Part | undefined): string {
  if (measure === '') return value
  const after = typeof next === 'string' ? next.trimStart() : ''
  const isSaid = after.startsWith(measure) && !/^\p{L}/u.test(after.slice(measure.length))
  return isSaid ? value : `${value} ${measure}`
}

/** A field as it stands in a text. */
const written = ({ name, format }: Field): string => `{${name}:${format}}`

/** The value of a field as text; empty when there is none. */
export function valueOf(data: LabelData, name: string): string {
  const value = Object.hasOwn(data, name) ? data[name] : undefined
  return value === undefined || value === null ? '' : String(value)
}

/** The parts of a text, or what is wrong with it. */
function split(text: string): Part[] | Clause {
  const parts: Part[] = []
  let plain = ''
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!
    if (char !== '{' && char !== '}') {
      plain += char
    } else if (text[at + 1] === char) {
      plain += char
      at += 1
    } else {
      const end = char === '{' ? text.indexOf('}', at) : -1
      const field = end < 0 ? null : fieldOf(text.slice(at + 1, end))
      if (!field) return say('noField', { text: text.slice(at, at + 20), brace: '{{' })
      if (plain !== '') parts.push(plain)
      plain = ''
      parts.push(field)
      at = end
    }
  }
  if (plain !== '') parts.push(plain)
  return parts
}

function fieldOf(text: string): Field | null {
  const found = /^([\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,79})(?::(.{1,40}))?$/u.exec(text.trim())
  return found ? { name: found[1]!, format: found[2] ?? null } : null
}

type Format = (value: string) => string | null

/** How a format writes a value, or undefined when there is no such format. */
function formatOf(format: string): Format | undefined {
  if (format === 'upper') return (value) => value.toUpperCase()
  if (format === 'group') return (value) => [...value.matchAll(/.{1,4}/gu)].join(' ')
  const pad = /^pad:(\d{1,2})$/.exec(format)
  if (pad) return (value) => value.padStart(Number(pad[1]), '0')
  const fixed = /^fixed:(\d{1,2}):(\d)$/.exec(format)
  if (fixed) return (value) => fixedNumber(value, Number(fixed[1]), Number(fixed[2]))
  if (/^(YYYY|YY|MM|DD|[ ./-])+$/.test(format)) return (value) => dateText(value, format)
  return undefined
}

/** A decimal number as digits without a point: `3.5` with 6 digits, 3 of them after it: `003500`. */
function fixedNumber(value: string, digits: number, decimals: number): string | null {
  const found = /^(\d+)(?:\.(\d+))?$/.exec(value)
  if (!found) return null
  const fraction = (found[2] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return null
  const written = (found[1]! + fraction.padEnd(decimals, '0')).padStart(digits, '0')
  return written.length === digits ? written : null
}

/** A day (ISO 8601, or a time that begins with one) in another order. */
function dateText(value: string, format: string): string | null {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(value)
  if (!found) return null
  // GS1 writes a month without a day with the day 00 (General Specifications, section 3.4.2).
  const [, year, month, day = '00'] = found
  return format
    .replaceAll('YYYY', year!)
    .replaceAll('YY', year!.slice(2))
    .replaceAll('MM', month!)
    .replaceAll('DD', day)
}
