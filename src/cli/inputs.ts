import { InvalidArgumentError } from 'commander'
import { createInterface } from 'node:readline'
import { readInstant } from '../contract/instant.ts'
import { pageSizeMax } from '../contract/operation.ts'
import type { World } from './world.ts'
import { instantForm } from '../contract/problem-types.ts'
import { inEnglish } from '../i18n/english.ts'

/** Reads a time such as `2013-07-01` or `2013-07-01T12:00Z` as milliseconds UTC. */
export function parseTime(text: string): number {
  const time = readInstant(text, 'start')
  if (time === undefined) throw new InvalidArgumentError(inEnglish(instantForm))
  return time
}

/** Reads a whole number within bounds. */
function parseWhole(text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d{1,15}$/.test(text) && number >= least && number <= most) return number
  throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`)
}

/** Reads how many units shall be made. */
export const parseCount = (text: string): number => parseWhole(text, 1, 1_000_000)

/** Reads how many labels of each, or which of a sheet. */
export const parseFew = (text: string): number => parseWhole(text, 1, 1000)

/** Reads the resolution of a printer, in dots an inch. */
export const parseDpi = (text: string): number => parseWhole(text, 100, 1200)

/** Reads how many rows shall be shown. */
export const parseLimit = (text: string): number => parseWhole(text, 1, pageSizeMax)

/** Reads the number of an event. */
export const parseEvent = (text: string): number => parseWhole(text, 1, Number.MAX_SAFE_INTEGER)

/** Reads a port; 0 takes any that is free. */
export const parsePort = (text: string): number => parseWhole(text, 0, 65_535)

/** Reads the address of a server, without a slash at its end. */
export function parseUrl(text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text)) return new URL(text).origin
  throw new InvalidArgumentError('Write it as https://stock.example.')
}

/** The words given, or the lines of standard input when there are none or only `-`. */
export async function wordsOrLines(world: World, words: readonly string[]): Promise<string[]> {
  if (words.length > 0 && !(words.length === 1 && words[0] === '-')) return [...words]
  if (world.stdin.isTTY) world.stderr.write('Type or scan one number a line; Ctrl-D ends.\n')
  const lines: string[] = []
  for await (const line of createInterface({ input: world.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') lines.push(line.trim())
  }
  return lines
}

/** Collects `--set name=value` options. */
export function collectSetting(
  text: string,
  earlier: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Write it as name=value.')
  return { ...earlier, [text.slice(0, at)]: text.slice(at + 1) }
}

/** What a text says as JSON; the text itself when it is none. */
export function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
