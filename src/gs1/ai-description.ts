/** The table of application identifiers for people and for tables on a screen. */

import { aiEntries, lookUpAi } from './ai-table.ts'
import type { AiEntry } from './ai-table.ts'
import type { Component } from './dictionary/row.ts'

/** An application identifier of the GS1 Syntax Dictionary. */
export interface AiDescription {
  readonly ai: string
  /** As on labels: `USE BY or EXPIRY`. */
  readonly title: string
  /** As in the dictionary: `N13 [X..17]`. */
  readonly format: string
  readonly lengthMin: number
  readonly lengthMax: number
  /** Whether a separator follows the value, unless the data ends. */
  readonly needsSeparator: boolean
  readonly isLinkKey: boolean
  readonly isLinkAttribute: boolean
}

const sets: Readonly<Record<string, string>> = {
  cset39: 'Y',
  cset64: 'Z',
  cset82: 'X',
  csetnumeric: 'N',
}

function componentFormat({ lengthMin, lengthMax, optional, rules }: Component): string {
  const range = lengthMin === lengthMax ? lengthMax : `..${lengthMax}`
  const format = `${sets[rules[0]!.name]}${range}`
  return optional ? `[${format}]` : format
}

function describe(entry: AiEntry): AiDescription {
  const { ai, title, lengthMin, lengthMax, needsSeparator, isLinkAttribute } = entry
  return {
    ai,
    title,
    format: entry.components.map(componentFormat).join(' '),
    lengthMin,
    lengthMax,
    needsSeparator,
    isLinkKey: entry.linkQualifiers !== null,
    isLinkAttribute,
  }
}

/**
 * Describes an identifier, or gives undefined when the dictionary does not have it.
 *
 * @example
 * describeAi('17')?.title // 'USE BY or EXPIRY'
 * describeAi('253')?.format // 'N13 [X..17]'
 */
export function describeAi(ai: string): AiDescription | undefined {
  const entry = lookUpAi(ai)
  return entry === undefined ? undefined : describe(entry)
}

/**
 * Describes all identifiers, in order.
 *
 * @example
 * listAis().length // 541
 */
export function listAis(): AiDescription[] {
  return aiEntries.map(describe)
}
