import { isSilent, type KeyStroke } from './key-stroke.ts'
import { usLayout } from './us-layout.ts'

/** The separator of GS1 element strings, which no key writes. */
export const groupSeparator = '\x1d'

/** Keys that scanners are set to press in place of a separator. */
const separatorKeys = new Set(['F8'])

/** How a stroke without Ctrl and Alt is read; undefined when it writes nothing. */
type Reader = (stroke: KeyStroke) => string | undefined

/**
 * What a scanner with a US layout meant, whatever the layout of the computer and Caps Lock are:
 * the place of a key and shift say it.
 */
export const readByPlace = (strokes: readonly KeyStroke[]): string | undefined =>
  read(strokes, ({ code, shift }) => usLayout.get(code)?.[shift ? 1 : 0])

/** What the computer's own layout wrote: right where the scanner was set to that layout. */
export const readByLayout = (strokes: readonly KeyStroke[]): string | undefined =>
  read(strokes, ({ key }) => ([...key].length === 1 ? key : undefined))

/**
 * Everything that the strokes can mean, the likeliest first. Usually all readings are the same;
 * where they are not, the one that turns out to be something wins.
 */
export function readingsOf(strokes: readonly KeyStroke[]): string[] {
  const readings = [readByPlace(strokes), readByLayout(strokes)]
  return [...new Set(readings.filter((one) => one !== undefined && one !== ''))] as string[]
}

/** Undefined when a stroke means nothing to the reader, as where a device tells no places. */
function read(strokes: readonly KeyStroke[], reader: Reader): string | undefined {
  let text = ''
  let number = ''
  for (const stroke of strokes) {
    const digit = stroke.alt ? /^Numpad(\d)$/.exec(stroke.code)?.[1] : undefined
    if (digit !== undefined) number += digit
    else {
      text += numbered(number)
      number = ''
      const written = isSilent(stroke) || stroke.key === 'Alt' ? '' : plain(stroke, reader)
      if (written === undefined) return undefined
      text += written
    }
  }
  return text + numbered(number)
}

/** The character of an Alt code: Alt+029 is the separator. */
const numbered = (number: string): string =>
  number === '' ? '' : String.fromCharCode(Number(number) & 0xff)

function plain(stroke: KeyStroke, reader: Reader): string | undefined {
  if (separatorKeys.has(stroke.key)) return groupSeparator
  if (!stroke.ctrl || stroke.alt) return reader(stroke)
  // Ctrl+] is GS, Ctrl+^ RS, Ctrl+D EOT: the character of the key without its upper bits.
  const [lower, upper] = usLayout.get(stroke.code) ?? ['', '']
  const named = stroke.shift ? upper : lower
  return /^[@-_a-z]$/.test(named) ? String.fromCharCode(named.charCodeAt(0) & 0x1f) : undefined
}
