/** Longest text of a scan that is shown in one line. */
const shownMax = 120

/** A scan as it can be shown: control characters as their pictures, cut where it is long. */
export function visibleText(text: string): string {
  const visible = text
    .replaceAll(/[\0-\x1f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replaceAll(/[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '\ufffd')
  return visible.length > shownMax ? `${visible.slice(0, shownMax - 1)}…` : visible
}
