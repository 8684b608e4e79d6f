import { InvalidArgumentError } from 'commander'
import { createInterface } from 'node:readline'
import type { World } from './world.ts'

/** Reads a time such as `2013-07-01` or `2013-07-01T12:00Z` as milliseconds UTC. */
export function parseTime(text: string): number {
  const time = Date.parse(text)
  if (Number.isNaN(time)) {
    throw new InvalidArgumentError('Write a time as 2013-07-01 or 2013-07-01T12:00Z.')
  }
  return time
}

/** Reads a whole number. */
export function parseWhole(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new InvalidArgumentError('Write a whole number.')
  return number
}

/** The words given, or the lines of standard input when there are none or only `-`. */
export async function wordsOrLines(world: World, words: readonly string[]): Promise<string[]> {
  if (words.length > 0 && !(words.length === 1 && words[0] === '-')) return [...words]
  const lines: string[] = []
  for await (const line of createInterface({ input: world.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') lines.push(line.trim())
  }
  return lines
}

/** `#17` names a unit by its id, `ITEM/SERIAL` by item and serial, anything else by a number. */
export function unitRefOf(text: string): string | number | { item: string; serial: string } {
  const id = /^#(\d{1,15})$/.exec(text)?.[1]
  if (id !== undefined) return Number(id)
  const slash = text.indexOf('/')
  if (slash < 1 || slash === text.length - 1) return text
  return { item: text.slice(0, slash), serial: text.slice(slash + 1) }
}

/** Collects `--set name=value` options; a value that is JSON is taken as such. */
export function collectSetting(
  text: string,
  earlier: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Write it as name=value.')
  const value = text.slice(at + 1)
  return { ...earlier, [text.slice(0, at)]: jsonOr(value) }
}

/** A number, truth value, list or object written as JSON; any other text is itself. */
function jsonOr(text: string): unknown {
  if (!/^(true|false|null|-?[1-9]\d{0,14}|0|[[{].*)$/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
