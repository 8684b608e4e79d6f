/** Human-readable interpretation: what is printed beside a symbol (GenSpecs, section 4.14). */

import { lookUpAi } from './ai-table.ts'
import type { Gs1Element } from './element.ts'

/**
 * One line for each element: its identifier in brackets and its value, on request with the title
 * in front. The brackets are never part of the encoded data.
 *
 * @example
 * humanReadable([{ ai: '01', value: '09506000134352' }]) // ['(01) 09506000134352']
 * humanReadable([{ ai: '21', value: 'A1' }], { titles: true }) // ['SERIAL (21) A1']
 */
export function humanReadable(
  elements: readonly Gs1Element[],
  options: { readonly titles?: boolean } = {},
): string[] {
  return elements.map(({ ai, value }) => {
    const title = options.titles === true ? (lookUpAi(ai)?.title ?? '') : ''
    return `${title === '' ? '' : `${title} `}(${ai}) ${value}`
  })
}
