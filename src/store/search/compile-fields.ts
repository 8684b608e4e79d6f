import {
  convertUnit,
  type FieldName,
  type Match,
  type NumberMatch,
} from '../../domain/search/index.ts'
import { codeOf, stages, statuses, unitKinds } from '../../domain/status.ts'
import type { Subject } from '../../domain/subject.ts'
import type { Compiler } from './compiler.ts'
import { planNumbers } from './compile-numbers.ts'
import { codesPassing } from './codes.ts'
import { namesOf, withBelow } from './directory.ts'
import { wordsTest, textTest } from './match-text.ts'
import { anyTest, boundsOf } from './match-value.ts'
import { allOf, anyOf, hasAny, idAmong, noneOf, type Plan, type ValuePlan } from './plan.ts'
import { unitsOfBatches } from './batches.ts'
import { holdSeparator } from './unit-document.ts'
import { elsewhere } from '../../domain/unit-state.ts'

type PlanField = (compiler: Compiler, matches: readonly Match[]) => Plan | Promise<Plan>

/** How each field of the search language is answered. */
export const planField: Readonly<Record<FieldName, PlanField>> = {
  item: ofItem(namesOf),
  sku: ofItem(({ code }) => [code]),
  name: ofItem(({ data }) => (data.name === undefined ? [] : [data.name])),
  category: ofItem(({ data }) => (data.category === undefined ? [] : [data.category])),
  gtin: ofItem(({ data }) => gtinForms(data.gtin)),
  maker: planMaker,
  serial: (compiler, matches) => planNumbers(compiler, 'serial', matches),
  id: (compiler, matches) => planNumbers(compiler, null, matches),
  lot: ofCoded('lot'),
  order: ofCoded('order'),
  expiry: planExpiry,
  status: ofCode('status', statuses),
  stage: ofCode('stage', stages),
  kind: ofCode('kind', unitKinds),
  quantity: planQuantity,
  loc: (compiler, matches) => planPlace(compiler, matches, true),
  place: (compiler, matches) => planPlace(compiler, matches, false),
  container: planContainer,
  supplier: ofParty('supplier'),
  party: ofParty('party'),
  hold: planHold,
  batch: async ({ reads, before }, matches) => ({
    kind: 'units',
    units: await unitsOfBatches(
      reads,
      isAny(matches) ? null : await codesPassing(reads, 'batch', matches),
      before,
    ),
  }),
  received: ofTime('time.received'),
  made: ofTime('time.made'),
  shipped: ofTime('time.shipped'),
  moved: ofTime('time.moved'),
  seen: ofTime('time.seen'),
  failed: ofTime('time.failed'),
  changed: ofTime('changed'),
}

const isAny = (matches: readonly Match[]): boolean => matches.some(({ kind }) => kind === 'any')

function ofCode(name: string, names: readonly string[]): PlanField {
  return (_, matches) => {
    if (isAny(matches)) return hasAny(name)
    const codes = matches.flatMap((match) =>
      match.kind === 'code' ? codeOf(names, match.code) : [],
    )
    return idAmong(name, new Set(codes))
  }
}

function ofTime(name: string): PlanField {
  return (_, matches): ValuePlan => ({
    kind: 'value',
    name,
    test: anyTest(matches),
    ...boundsOf(matches),
  })
}

/** Ids of the subjects of which one of the texts passes. */
function idsPassing<S extends Subject>(
  subjects: ReadonlyMap<number, S>,
  textsOf: (subject: S) => readonly string[],
  matches: readonly Match[],
): Set<number> {
  const test = anyTest(matches)
  const passing = [...subjects.values()].filter((subject) => textsOf(subject).some(test))
  return new Set(passing.map(({ id }) => id))
}

function ofItem(textsOf: (item: Subject<'item'>) => readonly string[]): PlanField {
  return ({ directory }, matches) => idAmong('item', idsPassing(directory.items, textsOf, matches))
}

function ofParty(name: 'party' | 'supplier'): PlanField {
  return ({ directory }, matches) =>
    isAny(matches) ? hasAny(name) : idAmong(name, idsPassing(directory.parties, namesOf, matches))
}

function ofCoded(kind: 'lot' | 'order'): PlanField {
  return async ({ reads }, matches) =>
    isAny(matches) ? hasAny(kind) : idAmong(kind, await codesPassing(reads, kind, matches))
}

/** A GTIN is the same number with and without the zeros in front. */
const gtinForms = (gtin: string | undefined): string[] =>
  gtin === undefined ? [] : [gtin, gtin.replace(/^0+/, '')]

function planMaker({ directory }: Compiler, matches: readonly Match[]): Plan {
  const makerOf = ({ data: { maker } }: Subject<'item'>) => {
    const party = directory.parties.get(maker as number)
    return party ? namesOf(party) : []
  }
  return idAmong('item', idsPassing(directory.items, makerOf, matches))
}

function planExpiry({ directory }: Compiler, matches: readonly Match[]): Plan {
  const test = anyTest(matches)
  const lots = [...directory.lots.values()].filter(
    ({ data }) => data.expiry !== undefined && test(data.expiry),
  )
  return idAmong('lot', new Set(lots.map(({ id }) => id)))
}

/** Contents are kept in the smallest unit of the item's measure, in which the bounds are put. */
function planQuantity({ directory }: Compiler, matches: readonly Match[]): Plan {
  if (isAny(matches)) return hasAny('content')
  const numbers = matches.filter((match): match is NumberMatch => match.kind === 'number')
  const measures = Map.groupBy(
    directory.items.values(),
    ({ data: { measure = '', decimals = 0 } }) => `${decimals} ${measure}`,
  )
  return anyOf(
    [...measures.values()].map((items) => {
      const { measure, decimals = 0 } = items[0]!.data
      const bounds = numbers.flatMap((match) => inMeasure(match, measure, decimals) ?? [])
      if (bounds.length === 0) return anyOf([])
      const content: ValuePlan = {
        kind: 'value',
        name: 'content',
        test: anyTest(bounds),
        ...boundsOf(bounds),
      }
      return allOf([idAmong('item', new Set(items.map(({ id }) => id))), content])
    }),
  )
}

/** The bounds as whole amounts of the smallest unit; null where the measures do not compare. */
function inMeasure(
  match: NumberMatch,
  measure: string | undefined,
  decimals: number,
): NumberMatch | null {
  const { unit, from, to } = match
  const put = (bound: NumberMatch['from']): NumberMatch['from'] | undefined => {
    if (bound === null) return null
    if (unit !== null && measure === undefined) return undefined
    const value = unit === null ? bound.value : convertUnit(bound.value, unit, measure!)
    // Through decimal digits: 1.005 × 1000 is 1004.999… in binary.
    return value === null ? undefined : { ...bound, value: Number(`${value}e${decimals}`) }
  }
  const low = put(from)
  const high = put(to)
  return low === undefined || high === undefined ? null : { ...match, from: low, to: high }
}

/** Whatever stands in the locations, and whatever is inside of containers that do. */
async function planPlace(
  compiler: Compiler,
  matches: readonly Match[],
  isBelowToo: boolean,
): Promise<Plan> {
  const { directory, containers } = compiler
  if (isAny(matches)) {
    const nowhere = new Set([elsewhere])
    const inside = idAmong('parent', await containers.standingIn(nowhere))
    // A unit that was never made has no place, not even elsewhere.
    const placed = anyOf([hasAny('location'), hasAny('parent')])
    return allOf([placed, noneOf(anyOf([idAmong('location', nowhere), inside]))])
  }
  const named = idsPassing(directory.locations, namesOf, matches)
  const locations = isBelowToo ? withBelow(directory.locations, named) : named
  if (locations.size === 0) return anyOf([])
  return anyOf([
    idAmong('location', locations),
    idAmong('parent', await containers.standingIn(locations)),
  ])
}

async function planContainer(compiler: Compiler, matches: readonly Match[]): Promise<Plan> {
  if (isAny(matches)) return hasAny('parent')
  const named = await planNumbers(compiler, null, matches)
  return idAmong('parent', await compiler.containers.inside(named))
}

/** Each of the reasons for which a unit is on hold is looked at for itself. */
function planHold(_: Compiler, matches: readonly Match[]): Plan {
  if (isAny(matches)) return hasAny('hold')
  const tests = matches.map((match) => {
    if (match.kind === 'words') return wordsTest(match.text, false)
    return match.kind === 'text' || match.kind === 'pattern' ? textTest(match) : () => false
  })
  const test = (reason: string) => tests.some((passes) => passes(reason))
  return {
    kind: 'value',
    name: 'hold',
    test: (value) => String(value).split(holdSeparator).some(test),
  }
}
