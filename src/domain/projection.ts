import { describeUnit, type Draft } from './draft.ts'
import { subjectById } from './find-subject.ts'
import type { IdentifierRow } from './event.ts'
import { foldIdentifier, formsOf, serialType } from './identifier.ts'
import { identifierScopeOf, serialRuleOf } from './serial-rule.ts'
import { need } from './need.ts'
import { refuse } from './refusal.ts'
import type { SettledLine } from './settled-line.ts'
import { valueAt, voidUnit, type UnitState } from './unit-state.ts'

/**
 * The rows of the table of identifiers that change with the lines of an event. The table follows
 * from the states: a number that a unit gets is its own, one that it no longer has is retired. A
 * number that a late or contested event tells of, and that the unit does not have now, finds it
 * all the same while nothing else has that number. Refuses when a number would name two units.
 */
export function projectIdentifiers(draft: Draft, lines: readonly SettledLine[]): IdentifierRow[] {
  needNumbers(draft, lines)
  return lines.flatMap((line) => projectLine(draft, line))
}

/** Makes sure that the numbers of units whose history is read anew are known, all at once. */
function needNumbers(draft: Draft, lines: readonly SettledLine[]): void {
  const unknown = new Set<string>()
  for (const line of lines) {
    if (!line.historical) continue
    const before = draft.set.units.get(line.known.id)?.state ?? voidUnit
    for (const path of namingPaths(line, before)) {
      const told = line.link.changes[path]?.[1]
      const values = [valueAt(before, path), valueAt(line.known.state, path), told]
      const forms = values.flatMap((value) => (typeof value === 'string' ? formsOf(value) : []))
      for (const form of forms) if (!draft.set.identifiers.has(form)) unknown.add(form)
    }
  }
  if (unknown.size > 0) need({ numbers: [...unknown] })
}

function projectLine(draft: Draft, line: SettledLine): IdentifierRow[] {
  const { link, known } = line
  const { id, state } = known
  const before = draft.set.units.get(id)?.state ?? voidUnit
  const item = Number(link.changes['item']?.[1] ?? state.item)
  const rows: IdentifierRow[] = []
  for (const path of namingPaths(line, before)) {
    const was = valueAt(before, path)
    const is = valueAt(state, path)
    const told = link.changes[path]?.[1] ?? null
    const naming = { path, item, unit: id }
    if (was !== is && was !== null) rows.push(...retire(draft, naming, String(was)))
    if (was !== is && is !== null) rows.push(claim(draft, naming, String(is)))
    if (told !== is && told !== null) rows.push(...note(draft, naming, String(told)))
  }
  return rows
}

/** A number under which a unit is found: its own serial, or an identifier. */
interface Naming {
  readonly path: string
  readonly item: number
  readonly unit: number
}

/** The paths of numbers that an event may have changed. */
function namingPaths(line: SettledLine, before: UnitState): Iterable<string> {
  const paths: string[] = []
  for (const path in line.link.changes) if (isNaming(path)) paths.push(path)
  if (!line.historical) return paths
  const { detail } = line.known.state
  const more = [...Object.keys(before.detail), ...Object.keys(detail)].filter(isNaming)
  return new Set([...paths, 'serial', ...more])
}

const isNaming = (path: string): boolean => path === 'serial' || path.startsWith('identifier.')

const typeOf = (path: string): string =>
  path === 'serial' ? serialType : path.slice(11, path.indexOf('.', 11))

/** The number that the unit no longer has; its rule may have changed since the unit got it. */
function retire(draft: Draft, { path, unit }: Naming, written: string): IdentifierRow[] {
  return formsOf(written)
    .flatMap((form) => rowsOf(draft, form))
    .filter((row) => row.type === typeOf(path) && row.unit === unit && row.active)
    .map((row) => ({ ...row, active: false }))
}

function claim(draft: Draft, naming: Naming, written: string): IdentifierRow {
  const wanted = rowOf(draft, naming, written, true)
  const owner = ownerOf(draft, wanted)
  if (owner?.active && owner.unit !== wanted.unit) {
    refuse('identifier_taken', {
      type: wanted.type,
      value: wanted.written,
      unit: describeUnit(draft, owner.unit),
    })
  }
  return wanted
}

function note(draft: Draft, naming: Naming, written: string): IdentifierRow[] {
  const row = rowOf(draft, naming, written, false)
  return ownerOf(draft, row) ? [] : [row]
}

function rowOf(draft: Draft, naming: Naming, written: string, active: boolean): IdentifierRow {
  const type = typeOf(naming.path)
  const item = () => subjectById(draft, 'item', naming.item)
  const { scope, folding } =
    type === serialType
      ? serialRuleOf(item())
      : { scope: identifierScopeOf(type, item), folding: undefined }
  const value = foldIdentifier(written, folding)
  return { type, scope, value, unit: naming.unit, written, active }
}

/** The row that stands where another shall be written. */
const ownerOf = (draft: Draft, { type, scope, value }: IdentifierRow) =>
  rowsOf(draft, value).find((row) => row.type === type && row.scope === scope)

/** Every row of a folded number, of whatever type and scope. */
const rowsOf = (draft: Draft, folded: string): readonly IdentifierRow[] =>
  draft.set.identifiers.get(folded) ?? need({ numbers: [folded] })
