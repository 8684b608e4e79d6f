import { isAmong, type Reads } from './load-documents.ts'
import { leavesOf, type Plan, type ValuePlan } from './plan.ts'

/** A column of the index: a property and the type of its values. */
export interface Field {
  readonly id: number
  readonly name: string
  readonly type: 'n' | 't' | 'f'
}

/**
 * The texts that columns hold as numbers. Texts of documents that are newer than the index get
 * numbers of this search alone.
 */
export interface TermBook {
  /** Finds the terms that pass the tests of a search; gives how many were compared. */
  prepare(plan: Plan): Promise<number>
  /** Whether a term passes a test that was prepared. */
  passes(plan: ValuePlan, term: number): boolean
  /** The least and the greatest of the terms that pass; the other way round when there are none. */
  boundsOf(plan: ValuePlan): readonly [low: number, high: number]
  /** A number for a text. */
  termFor(text: string): number
  /** Loads the texts of terms, to be had from {@link textOf}. */
  load(terms: readonly number[]): Promise<void>
  textOf(term: number): string
}

/** Numbers from here on are of one search alone. */
const firstPassing = 2 ** 40

/** Opens the terms of the index for one search. */
export function openTermBook(reads: Reads, fields: readonly Field[]): TermBook {
  const texts = new Map<number, string>()
  const own = new Map<string, number>()
  const passing = new Map<ValuePlan, Set<number>>()
  return {
    async prepare(plan) {
      let compared = 0
      for (const leaf of leavesOf(plan)) {
        if (leaf.kind !== 'value' || passing.has(leaf)) continue
        const field = fields.find(({ name, type }) => name === leaf.name && type === 't')
        if (!field) continue
        const rows = await termsOf(reads, field.id, leaf)
        compared += rows.length
        passing.set(leaf, new Set(rows.filter(({ value }) => leaf.test(value)).map(({ id }) => id)))
      }
      return compared
    },
    passes(plan, term) {
      if (term >= firstPassing) return plan.test(texts.get(term)!)
      return passing.get(plan)?.has(term) ?? false
    },
    boundsOf(plan) {
      let low = Infinity
      let high = -Infinity
      for (const term of passing.get(plan) ?? []) {
        low = Math.min(low, term)
        high = Math.max(high, term)
      }
      return [low, high]
    },
    termFor(text) {
      const known = own.get(text)
      if (known !== undefined) return known
      const term = firstPassing + own.size
      own.set(text, term)
      texts.set(term, text)
      return term
    },
    async load(terms) {
      const unknown = [...new Set(terms)].filter((term) => !texts.has(term))
      for (let at = 0; at < unknown.length; at += termsPerQuery) {
        const rows = await reads.db
          .selectFrom('search_terms')
          .select(['id', 'value'])
          .where(isAmong(reads, 'id', unknown.slice(at, at + termsPerQuery)))
          .execute()
        for (const { id, value } of rows) texts.set(id, value)
      }
    },
    textOf: (term) => texts.get(term) ?? '',
  }
}

const termsPerQuery = 10_000

async function termsOf(reads: Reads, field: number, { texts }: ValuePlan) {
  let query = reads.db.selectFrom('search_terms').select(['id', 'value']).where('field', '=', field)
  if (texts && 'among' in texts) query = query.where(isAmong(reads, 'folded', texts.among))
  if (texts && 'beginning' in texts) {
    const { beginning } = texts
    query = query.where('folded', '>=', beginning).where('folded', '<', textAfter(beginning))
  }
  return query.execute()
}

/** The first text, byte by byte, after all that begin with the given one. */
export const textAfter = (beginning: string): string => `${beginning}\u{10ffff}`
