import type {
  Match,
  NumberBound,
  NumberMatch,
  ReadingsMatch,
  TimeMatch,
} from '../../domain/search/index.ts'
import { foldIdentifier } from '../../domain/identifier.ts'
import { foldPart } from './grams.ts'
import { textTest } from './match-text.ts'
import type { ValuePlan } from './plan.ts'
import type { DocumentValue } from './unit-document.ts'

export type ValueTest = (value: DocumentValue) => boolean

/** The test that a match is for the value of a trait, whatever type that has. */
function valueTest(match: Match): ValueTest {
  switch (match.kind) {
    case 'any':
      return () => true
    case 'code':
      return (value) => value === match.code
    case 'flag':
      return (value) => value === match.flag
    case 'time': {
      const test = timeTest(match)
      return (value) => test(timeOf(value) ?? NaN)
    }
    case 'number': {
      const test = numberTest(match)
      return (value) => typeof value === 'number' && test(value)
    }
    case 'readings':
      return readingsTest(match)
    case 'text':
    case 'pattern':
    case 'textRange':
    case 'words': {
      const test = textTest(match)
      return (value) => typeof value !== 'boolean' && test(String(value))
    }
  }
}

/** One of the matches passes. */
export function anyTest(matches: readonly Match[]): ValueTest {
  const tests = matches.map(valueTest)
  return (value) => tests.some((test) => test(value))
}

const timeTest =
  ({ from, to }: TimeMatch) =>
  (time: number): boolean =>
    (from === null || time >= from) && (to === null || time < to)

const numberTest =
  ({ from, to }: Pick<NumberMatch, 'from' | 'to'>) =>
  (value: number): boolean =>
    isAbove(value, from) && isBelow(value, to)

const isAbove = (value: number, bound: NumberBound | null): boolean =>
  bound === null || (bound.inclusive ? value >= bound.value : value > bound.value)

const isBelow = (value: number, bound: NumberBound | null): boolean =>
  bound === null || (bound.inclusive ? value <= bound.value : value < bound.value)

/** A trait that nobody described: the value says as what it is to be compared. */
function readingsTest({ text, number, time, flag }: ReadingsMatch): ValueTest {
  const isText = textTest(text)
  const isNumber = number && numberTest(number)
  const isTime = time && timeTest(time)
  return (value) => {
    if (typeof value === 'number') return isNumber?.(value) ?? false
    if (typeof value === 'boolean') return value === flag
    const moment = isTime && dateOf(value)
    return isTime && moment !== null ? isTime(moment) : isText(value)
  }
}

/** Milliseconds UTC of a stored time: a number of them, or a date that is written out. */
const timeOf = (value: DocumentValue): number | null =>
  typeof value === 'number' ? value : typeof value === 'string' ? dateOf(value) : null

const isoDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/

/** Milliseconds UTC of a date or time that is written as ISO 8601 has it; null of another text. */
export function dateOf(text: string): number | null {
  const time = isoDate.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(time) ? null : time
}

/** Bounds within which every passing number or time lies. */
export function boundsOf(matches: readonly Match[]): Pick<ValuePlan, 'low' | 'high'> {
  const spans = matches.map(spanOf)
  const low = Math.min(...spans.map(([first]) => first))
  const high = Math.max(...spans.map(([, last]) => last))
  return { low, high }
}

function spanOf(match: Match): readonly [low: number, high: number] {
  if (match.kind === 'readings') return match.number ? spanOf(match.number) : [Infinity, -Infinity]
  if (match.kind === 'time') return [match.from ?? -Infinity, match.to ?? Infinity]
  if (match.kind !== 'number') return [-Infinity, Infinity]
  return [Number(match.from?.value ?? -Infinity), Number(match.to?.value ?? Infinity)]
}

/** Folded texts that a passing text is one of, or that it begins with, where the matches say so. */
export function textsOf(matches: readonly Match[]): ValuePlan['texts'] {
  const texts = matches.map((match) => (match.kind === 'readings' ? match.text : match))
  const isDated = matches.some((match) => match.kind === 'readings' && match.time !== null)
  if (isDated) return undefined
  const whole = texts.flatMap((match) => (match.kind === 'text' ? foldIdentifier(match.text) : []))
  if (whole.length === texts.length) return { among: whole }
  const [only] = texts
  if (texts.length !== 1 || only?.kind !== 'pattern' || !only.segments[0]) return undefined
  return { beginning: foldPart(only.segments[0]) }
}
