/** One application identifier with its value, and how a value is read and checked. */

import type { AiEntry } from './ai-table.ts'
import { lookUpAi, lookUpAiAt, unknownAi, unknownAiAt } from './ai-table.ts'
import type { Component } from './dictionary/row.ts'
import { fault } from './problem.ts'
import type { Fault } from './problem.ts'

/** An application identifier and its value. */
export interface Gs1Element {
  readonly ai: string
  readonly value: string
}

/** An element as it was found in an input. */
export interface ParsedElement extends Gs1Element {
  /** Offset of the value in the input, in UTF-16 code units. */
  readonly position: number
}

export interface ParseOptions {
  /** Keep identifiers that the dictionary does not have, where their length is known. */
  readonly allowUnknownAis?: boolean
  /**
   * How much is checked. `full`: everything. `values`: each value by itself, not which identifiers
   * must or must not stand together. `format`: only lengths and character sets, for data whose
   * check digits are somebody else's concern. Default `full`.
   */
  readonly validation?: 'full' | 'values' | 'format'
}

/** The most identifiers in one message. */
export const ELEMENTS_MAX = 64
/** No symbol holds more (QR Code: 7,089 digits). */
export const INPUT_LENGTH_MAX = 8_191

export function findAi(ai: string, options: ParseOptions): AiEntry | undefined {
  return lookUpAi(ai) ?? (options.allowUnknownAis === true ? unknownAi(ai) : undefined)
}

export function findAiAt(text: string, at: number, options: ParseOptions): AiEntry | undefined {
  const known = lookUpAiAt(text, at)
  return known ?? (options.allowUnknownAis === true ? unknownAiAt(text, at) : undefined)
}

/** A fault with the rule that found it. */
export interface RuleFault extends Fault {
  readonly rule: string
}

function ruleFault(rule: string, found: Fault): RuleFault {
  return { rule, code: found.code, at: found.at, length: found.length }
}

function componentFault(component: Component, text: string, formatOnly: boolean): RuleFault | null {
  const { rules } = component
  const count = formatOnly ? 1 : rules.length
  for (let index = 0; index < count; index++) {
    const rule = rules[index]!
    const found = rule.check(text)
    if (found !== null) return ruleFault(rule.name, found)
  }
  return null
}

/**
 * Reads the value of an identifier between two offsets, as much of it as its format takes.
 * Gives the offset after it, or what is wrong (with an offset in `text`).
 */
export function readValue(
  entry: AiEntry,
  text: string,
  start: number,
  end: number,
  formatOnly: boolean,
): number | RuleFault {
  if (start >= end) return ruleFault('format', fault('AI_DATA_IS_EMPTY', start, 0))
  let at = start
  for (const component of entry.components) {
    const length = Math.min(end - at, component.lengthMax)
    if (length === 0 && component.optional) continue
    if (length < component.lengthMin) {
      return ruleFault('format', fault('AI_DATA_HAS_INCORRECT_LENGTH', start, end - start))
    }
    const found = componentFault(component, text.slice(at, at + length), formatOnly)
    if (found !== null) return { ...found, at: at + found.at }
    at += length
  }
  return at
}

/** What is wrong with the length of a value whose end is known, or with a `^` in it. */
export function lengthFault(entry: AiEntry, value: string): RuleFault | null {
  const { length } = value
  if (length < entry.lengthMin) {
    return ruleFault('format', fault('AI_VALUE_IS_TOO_SHORT', 0, length))
  }
  if (length > entry.lengthMax) {
    return ruleFault('format', fault('AI_VALUE_IS_TOO_LONG', 0, length))
  }
  const caret = value.indexOf('^')
  return caret < 0
    ? null
    : ruleFault('format', fault('AI_CONTAINS_ILLEGAL_CARAT_CHARACTER', caret, 1))
}
