import {
  formatExpression,
  type Expression,
  type FreeWord,
  type SearchQuery,
  type Term,
} from '../../domain/search/index.ts'
import type { Clause } from '../../i18n/clause.ts'
import { codeOf, statuses } from '../../domain/status.ts'
import type { Compiler } from './compiler.ts'
import { planField } from './compile-fields.ts'
import { planNumbers, planWordInNumbers } from './compile-numbers.ts'
import { planTrait } from './compile-traits.ts'
import { namesOf } from './directory.ts'
import { patternTest, wordsTest } from './match-text.ts'
import { allOf, anyOf, idAmong, noneOf, type Plan } from './plan.ts'

/** A search made ready, with the terms that no index serves. */
export interface Compiled {
  readonly plan: Plan
  /** The first such term, as it is written, and why. */
  readonly unserved: { readonly term: string; readonly why: Clause } | null
}

/** Makes a search ready to be answered. */
export async function compile(
  query: SearchQuery,
  context: Omit<Compiler, 'isUnserved'>,
): Promise<Compiled> {
  let unserved: Compiled['unserved'] = null
  let term = ''
  const compiler: Compiler = {
    ...context,
    isUnserved: (why) => (unserved ??= { term, why }),
  }
  const planPart = async (part: Expression): Promise<Plan> => {
    if (part.kind === 'and' || part.kind === 'or') {
      const parts: Plan[] = []
      for (const each of part.parts) parts.push(await planPart(each))
      return part.kind === 'and' ? allOf(parts) : anyOf(parts)
    }
    if (part.kind === 'not') return noneOf(await planPart(part.part))
    term = formatExpression(part)
    return part.kind === 'free' ? planFree(compiler, part) : planTerm(compiler, part)
  }
  const parts = [isMade(asksForVoid(query))]
  if (query.where) parts.push(await planPart(query.where))
  return { plan: allOf(parts), unserved }
}

/** Units that were never made are found only by those who ask for them. */
function isMade(isVoidAsked: boolean): Plan {
  const asked = statuses.filter((status) => isVoidAsked || status !== 'void')
  return idAmong('status', new Set(asked.map((status) => codeOf(statuses, status))))
}

/** Whether units that were never made are searched for, too. */
export const asksForVoid = ({ where }: SearchQuery): boolean =>
  where !== null && namesStatus(where, 'void')

function namesStatus(where: Expression, status: string): boolean {
  if (where.kind === 'and' || where.kind === 'or') {
    return where.parts.some((part) => namesStatus(part, status))
  }
  if (where.kind !== 'term' || where.field.name !== 'status') return false
  return where.matches.some((match) => match.kind === 'code' && match.code === status)
}

function planTerm(compiler: Compiler, { field, matches }: Term): Plan | Promise<Plan> {
  if (field.kind === 'trait') return planTrait(compiler, field.name, matches)
  if (field.kind === 'identifier') return planNumbers(compiler, field.name, matches)
  return planField[field.name](compiler, matches)
}

/** A word is in a number, or in the SKU or the name of the item. */
function planFree(compiler: Compiler, { match }: FreeWord): Plan {
  const passes = match.kind === 'pattern' ? patternTest(match) : wordsTest(match.text, true)
  const items = [...compiler.directory.items.values()].filter((item) => namesOf(item).some(passes))
  return anyOf([
    planWordInNumbers(compiler, match),
    idAmong('item', new Set(items.map(({ id }) => id))),
  ])
}
