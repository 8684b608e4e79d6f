import type { Scalar } from '../../src/domain/unit-state.ts'
import type { State } from './history.ts'
import { refuse, seekSubject, type Trial } from './trial.ts'

export type Traits = Readonly<Record<string, Scalar>> | undefined

interface Definition {
  readonly type?: string
  readonly choices?: readonly string[]
  readonly min?: number
  readonly max?: number
  readonly decimals?: number
  readonly of?: readonly string[]
}

const upper = (text: string): string => text.toUpperCase()

/** A definition that nothing can fit, or with a choice that stands there twice. */
export function isBadDefinition(data: Definition): boolean {
  const { type, choices = [], min = -Infinity, max = Infinity } = data
  const isEmpty = type === 'choice' && choices.length === 0
  return isEmpty || min > max || new Set(choices.map(upper)).size < choices.length
}

/** The traits of a command under the names and as the values that their definitions give them. */
export function fittedTraits(
  trial: Trial,
  traits: Traits,
  bearer = 'units',
  former: Traits = {},
): Record<string, Scalar> {
  const fitted = new Map<string, Scalar>()
  for (const [name, value] of Object.entries(traits ?? {})) {
    const isFormer = Object.hasOwn(former, name) && former[name] === value
    const defined = isFormer ? undefined : seekSubject(trial, 'trait', name)
    const spelt = defined?.code ?? name
    if (fitted.has(spelt)) refuse('input_invalid')
    const definition = (defined?.data ?? {}) as Definition
    if (value !== null && definition.of && !definition.of.includes(bearer)) {
      refuse('trait_elsewhere')
    }
    const fits = defined && value !== null ? fit(definition, value) : value
    fitted.set(spelt, fits === undefined ? refuse('trait_unfit') : fits)
  }
  return Object.fromEntries(fitted)
}

/** The value as it is kept; undefined where it does not fit. The model knows small numbers only. */
function fit(definition: Definition, value: string | number | boolean): Scalar | undefined {
  const { type = 'text', choices = [], min = -Infinity, max = Infinity, decimals } = definition
  const text = String(value)
  if (type === 'text') return text
  if (type === 'yes_no')
    return { yes: true, true: true, no: false, false: false }[text.toLowerCase()]
  if (type === 'choice') return choices.find((choice) => upper(choice) === upper(text))
  if (type === 'date') {
    const time = Date.parse(`${text}T00:00:00Z`)
    const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
    return isDay ? text : undefined
  }
  const number = Number(text)
  if (String(number) !== text || number < min || number > max) return undefined
  return decimals === 0 && !Number.isInteger(number) ? undefined : number
}

/** What traits say of a unit; the same trait in another spelling gives way to a defined one. */
export function saidTraits(trial: Trial, state: State, traits: Traits): Record<string, Scalar> {
  const said: Record<string, Scalar> = {}
  for (const [name, value] of Object.entries(traits ?? {})) {
    const isDefined = seekSubject(trial, 'trait', name)?.code === name
    for (const path of isDefined ? Object.keys(state) : []) {
      if (path !== `trait.${name}` && upper(path) === upper(`trait.${name}`)) said[path] = null
    }
    said[`trait.${name}`] = value
  }
  return said
}
