/**
 * Characters that nobody sees on paper and that change what is seen: controls, marks that turn the
 * direction of text, and empty ones inside words.
 */
const hidden =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u
const hiddenAll = new RegExp(hidden, 'gu')

/** The first such character of a text by its code, such as `U+202E`; null when there is none. */
export function hiddenCharacter(text: string): string | null {
  const found = hidden.exec(text)
  return found ? codeOf(found[0]) : null
}

/** The text with every such character written out, so that it is seen and does nothing. */
export const showHidden = (text: string): string =>
  text.replace(hiddenAll, (character) => `[${codeOf(character)}]`)

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
