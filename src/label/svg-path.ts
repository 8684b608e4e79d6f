import type { Outline, OutlineStep } from './mark.ts'
import type { Clause } from '../i18n/clause.ts'
import { say } from './finding.ts'

/** How many numbers each command of an SVG path takes. */
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 }

/** Most numbers in a path. */
const numbersMax = 20_000

/**
 * Reads the `d` of an SVG path with the commands M, L, H, V, Q, C and Z in either case.
 *
 * @returns the outline, or a sentence that says what is wrong
 */
export function readPath(text: string): Outline | Clause {
  const tokens = text.match(/[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []
  if (text.replace(/[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[\s,]/gi, '') !== '') {
    return say('pathUnknown')
  }
  if (tokens.length > numbersMax) return say('pathLong', { most: numbersMax })
  const steps: OutlineStep[] = []
  let here: readonly [number, number] = [0, 0]
  let start = here
  for (let at = 0; at < tokens.length;) {
    const command = tokens[at]!
    const kind = command.toUpperCase()
    const count = counts[kind]
    if (count === undefined) {
      return say('pathCommand', { command })
    }
    at += 1
    let times = 0
    while (at + count <= tokens.length && (count > 0 ? isNumber(tokens[at]) : times === 0)) {
      const values = tokens.slice(at, at + count).map(Number)
      if (values.some(Number.isNaN)) return say('pathNumber', { command })
      const step = stepOf(kind === 'M' && times > 0 ? 'L' : kind, values, command !== kind, here)
      if (step.to === 'M') start = [step.at[0]!, step.at[1]!]
      here = step.to === 'Z' ? start : [step.at.at(-2)!, step.at.at(-1)!]
      steps.push(step)
      at += count
      times += 1
    }
    if (times === 0) return say('pathNumber', { command })
  }
  if (steps.length > 0 && steps[0]!.to !== 'M') return say('pathStart')
  return steps
}

const isNumber = (token: string | undefined): boolean =>
  token !== undefined && !/^[A-Z]$/i.test(token)

function stepOf(
  kind: string,
  values: readonly number[],
  isRelative: boolean,
  [x, y]: readonly [number, number],
): OutlineStep {
  if (kind === 'Z') return { to: 'Z', at: [] }
  if (kind === 'H') return { to: 'L', at: [(isRelative ? x : 0) + values[0]!, y] }
  if (kind === 'V') return { to: 'L', at: [x, (isRelative ? y : 0) + values[0]!] }
  const at = values.map((value, index) => value + (isRelative ? (index % 2 === 0 ? x : y) : 0))
  return { to: kind as 'M' | 'L' | 'Q' | 'C', at }
}
