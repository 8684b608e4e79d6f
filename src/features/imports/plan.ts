import type { z } from 'zod'
import type { planImport } from '../../contract/imports.ts'
import type { Context } from '../context.ts'
import { quantityProblem } from './check-quantity.ts'
import { countSubject, countUnits, noCounts } from './count-rows.ts'
import { missingFields } from './columns/missing-fields.ts'
import type { Field } from './columns/field.ts'
import type { Mapping } from './columns/mapping.ts'
import { findKnownUnits } from './known-units.ts'
import { prepareImport, type ImportInput, type Prepared } from './prepare.ts'
import { groupProblems } from './problem-groups.ts'
import { differenceFrom } from './stands-elsewhere.ts'
import { meetSubjects } from './subjects.ts'
import { say } from './columns/value-problem.ts'
import { inEnglish } from '../../i18n/english.ts'

/** Reads a whole file and says what an import of it would do; changes nothing. */
export async function* plan(
  input: ImportInput,
  { store }: Context,
): AsyncIterable<z.input<typeof planImport.output>> {
  const prepared = await prepareImport(input, store)
  const counts = noCounts()
  const refusals = groupProblems()
  const warnings = groupProblems()
  const subjects = meetSubjects(store, prepared.mapping.kind === 'items')
  for await (const rows of prepared.chunks()) {
    counts.rows += rows.length
    for (const { mapped } of rows) {
      if (mapped.problems.length > 0) counts.refused += 1
      for (const problem of mapped.problems) refusals.add(problem, mapped.line)
      for (const warning of mapped.warnings) warnings.add(warning, mapped.line)
    }
    const good = rows.filter(({ mapped }) => mapped.problems.length === 0)
    const commands = await subjects.commandsFor(good.map(({ mapped }) => mapped))
    for (const command of commands) countSubject(counts, command)
    const countable = good.filter(({ mapped }) => {
      const problem = quantityProblem(mapped, subjects.itemFacts(mapped.item?.sku))
      if (problem) refusals.add(problem, mapped.line)
      if (problem) counts.refused += 1
      return !problem
    })
    const known = await findKnownUnits(store, subjects, countable)
    countUnits(counts, countable, known, subjects.itemFacts)
    for (const row of countable) {
      const there = known(row)
      const difference = there && differenceFrom(row.mapped, there, input.moveKnown ?? false)
      if (!difference) continue
      warnings.add(difference.warning, row.mapped.line)
    }
    yield { progress: prepared.progress(counts.rows) }
  }
  yield {
    progress: prepared.progress(counts.rows),
    plan: {
      ...describeColumns(prepared),
      counts,
      refusals: refusals.list(),
      warnings: warnings.list(),
    },
  }
}

function describeColumns({ table, mapping, guess }: Prepared) {
  const isNumbered = mapping.missingSerial === 'number'
  const missing = missingFields(mapping.kind, namedFields(mapping), isNumbered)
  const guessed = new Map(guess.columns.map((column) => [column.header, column]))
  return {
    format: table.format,
    sheet: table.sheet ?? null,
    otherSheets: table.sheets.filter((name) => name !== table.sheet),
    template: guess.template ?? null,
    kind: mapping.kind,
    columns: mapping.columns.map(({ header, field }) => {
      const { samples = [], why, field: own } = guessed.get(header) ?? {}
      const said = why && own === field ? why : say('why.chosen')
      return { header, field, samples: [...samples], why: inEnglish(said), said }
    }),
    missing: missing.map(inEnglish),
    missingSaid: [...missing],
    mapping,
  }
}

const namedFields = ({ columns, fixed = {} }: Mapping): Field[] => [
  ...columns.map(({ field }) => field),
  ...(Object.keys(fixed) as Field[]),
]
