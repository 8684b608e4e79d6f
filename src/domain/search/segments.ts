/**
 * Whether a text is the segments in their order, with anything in between: what a value with
 * wildcards finds. One segment is the whole text.
 */
export function hasSegments(text: string, segments: readonly string[]): boolean {
  const [first = ''] = segments
  const last = segments.length - 1
  if (last < 1) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (let index = 1; index < last; index += 1) {
    const found = text.indexOf(segments[index]!, at)
    if (found < 0) return false
    at = found + segments[index]!.length
  }
  return text.length - segments[last]!.length >= at && text.endsWith(segments[last]!)
}
