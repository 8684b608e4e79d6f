import { usLayout } from '../../src/web/scan/us-layout.ts'
import tables from '../vectors/keyboards/layouts.json' with { type: 'json' }

type Layout = Readonly<Record<string, readonly [plain: string, shifted: string]>>

/** What each key writes under layouts of the world, by name. */
export const layouts = tables as unknown as Readonly<Record<string, Layout>>

/** A key press as the browser tells it. */
export interface Press {
  readonly code: string
  readonly key: string
  readonly shift: boolean
  readonly ctrl: boolean
}

/** The place and shift by which a US keyboard writes a character. */
const places = new Map<string, readonly [code: string, shift: boolean]>()
for (const [code, [plain, shifted]] of usLayout) {
  if (code.startsWith('Numpad') || code === 'IntlBackslash') continue
  places.set(plain, [code, false])
  if (shifted !== plain) places.set(shifted, [code, true])
}

/**
 * The key presses by which a scanner in its factory setting, a US keyboard, types a code into a
 * computer with another layout; GS is Ctrl+], and Enter ends it.
 */
export function scannerPresses(code: string, layout: string, capsLock: boolean): Press[] {
  const presses = Array.from(code, (character) => pressOf(character, layouts[layout]!, capsLock))
  return [...presses, { code: 'Enter', key: 'Enter', shift: false, ctrl: false }]
}

function pressOf(character: string, layout: Layout, capsLock: boolean): Press {
  const isControl = character < ' '
  const named = isControl ? String.fromCharCode(character.charCodeAt(0) + 0x40) : character
  const place = places.get(named)
  if (place === undefined) throw new RangeError(`A US keyboard has no key for ${character}.`)
  const [code, shift] = place
  const written = layout[code]?.[shift ? 1 : 0] ?? 'Unidentified'
  return { code, key: capsLock ? otherCase(written) : written, shift, ctrl: isControl }
}

/** Caps Lock turns the case of letters, and leaves everything else. */
function otherCase(key: string): string {
  if (key.length !== 1) return key
  const upper = key.toUpperCase()
  return key === upper ? key.toLowerCase() : upper.length === 1 ? upper : key
}

/** What scanners read: GS1 with separators, JSON, text, a link, a serial, and every printable sign. */
export const payloads = [
  '0109506000134352215LmTa-42\x1d10Ab_9\x1d17271231',
  ']d2010950600013435221XyZ\x1d',
  '{"part":42,"sn":"aQ-7"}',
  'INV-SI123',
  'https://id.gs1.org/01/09506000134352/21/4711?q=a~b',
  'ZA1zyQm0W8',
  Array.from({ length: 95 }, (_, index) => String.fromCharCode(index + 32)).join(''),
] as const
