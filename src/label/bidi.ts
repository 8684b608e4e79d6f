/**
 * Order of text with letters that are written from right to left, as far as labels need it: the
 * implicit levels of the Unicode Bidirectional Algorithm (UAX 9) without its explicit marks, which
 * labels refuse or show.
 */

/** A piece of text of one direction. */
export interface Run {
  readonly text: string
  readonly direction: 'ltr' | 'rtl'
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

type Class = 'L' | 'R' | 'N' | '-'

function classOf(character: string): Class {
  if (/\p{Nd}/u.test(character)) return 'N'
  if (rightToLeft.test(character)) return 'R'
  return /\p{L}/u.test(character) ? 'L' : '-'
}

/** The direction of the first letter that has one. */
export function baseDirection(text: string): 'ltr' | 'rtl' {
  for (const character of text) {
    const kind = classOf(character)
    if (kind === 'L' || kind === 'R') return kind === 'R' ? 'rtl' : 'ltr'
  }
  return 'ltr'
}

/** The pieces of a line from left to right as they are seen. */
export function visualRuns(text: string): Run[] {
  if (!rightToLeft.test(text)) return [{ text, direction: 'ltr' }]
  const base = baseDirection(text) === 'rtl' ? 1 : 0
  const characters = [...text]
  const levels = levelsOf(characters.map(classOf), base)
  const pieces: { level: number; text: string }[] = []
  for (const [index, character] of characters.entries()) {
    const last = pieces.at(-1)
    const level = levels[index]!
    if (last?.level === level) last.text += character
    else pieces.push({ level, text: character })
  }
  return reorder(pieces).map(({ level, text }) => ({
    text: level % 2 === 1 ? mirrored(text) : text,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
  }))
}

/** The embedding level of each character (rules W1 to N2 and I1, I2 for these classes). */
function levelsOf(classes: readonly Class[], base: number): number[] {
  let strong: Class = base === 1 ? 'R' : 'L'
  // A number takes part in what it follows (rules W2 and W7).
  const resolved = classes.map((kind) => {
    if (kind === 'L' || kind === 'R') strong = kind
    return kind === 'N' && strong === 'L' ? 'L' : kind
  })
  const levels = resolved.map((kind): number => {
    if (kind === 'R') return 1
    if (kind === 'L') return base === 1 ? 2 : 0
    return kind === 'N' ? 2 : -1
  })
  for (let start = 0; start < levels.length;) {
    if (levels[start] !== -1) {
      start += 1
      continue
    }
    let end = start
    while (levels[end] === -1) end += 1
    const level = between(sideOf(levels, resolved, start - 1), sideOf(levels, resolved, end), base)
    levels.fill(level, start, end)
    start = end
  }
  return levels
}

/** On which side of a neutral character text runs from right to left; numbers in it do so too. */
function sideOf(levels: readonly number[], classes: readonly Class[], at: number): boolean | null {
  const level = levels[at]
  if (level === undefined) return null
  return level === 1 || (classes[at] === 'N' && level === 2)
}

function between(before: boolean | null, after: boolean | null, base: number): number {
  const left = before ?? base === 1
  const right = after ?? base === 1
  if (left !== right) return base
  return left ? 1 : base === 1 ? 2 : 0
}

/** Rule L2: from the highest level down, turn each sequence of that level or higher around. */
function reorder<T extends { level: number }>(pieces: readonly T[]): T[] {
  let ordered = [...pieces]
  const highest = Math.max(...pieces.map(({ level }) => level))
  for (let level = highest; level >= 1; level -= 1) {
    const next: T[] = []
    for (let start = 0; start < ordered.length;) {
      let end = start
      while (end < ordered.length && ordered[end]!.level >= level) end += 1
      if (end > start) next.push(...ordered.slice(start, end).reverse())
      else next.push(ordered[end++]!)
      start = end
    }
    ordered = next
  }
  return ordered
}

const mirrors = '()[]{}<>«»'

const mirrored = (text: string): string =>
  text.replace(/[()[\]{}<>«»]/g, (sign) => mirrors[mirrors.indexOf(sign) ^ 1]!)
