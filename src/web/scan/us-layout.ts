/**
 * What a key in a given place writes on a US keyboard, without and with shift: the layout that
 * scanners leave the factory with. Places are those of the W3C's UI Events `code` values.
 */
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').map(
  (letter): [string, readonly [string, string]] => [`Key${letter}`, [letter.toLowerCase(), letter]],
)

const digits = Array.from(')!@#$%^&*(').map(
  (shifted, digit): [string, readonly [string, string]] => [
    `Digit${digit}`,
    [String(digit), shifted],
  ],
)

const numpad = Array.from({ length: 10 }, (_, digit): [string, readonly [string, string]] => [
  `Numpad${digit}`,
  [String(digit), String(digit)],
])

export const usLayout: ReadonlyMap<string, readonly [plain: string, shifted: string]> = new Map([
  ...letters,
  ...digits,
  ...numpad,
  ['Space', [' ', ' ']],
  ['Minus', ['-', '_']],
  ['Equal', ['=', '+']],
  ['BracketLeft', ['[', '{']],
  ['BracketRight', [']', '}']],
  ['Backslash', ['\\', '|']],
  ['IntlBackslash', ['\\', '|']],
  ['Semicolon', [';', ':']],
  ['Quote', ["'", '"']],
  ['Backquote', ['`', '~']],
  ['Comma', [',', '<']],
  ['Period', ['.', '>']],
  ['Slash', ['/', '?']],
  ['NumpadAdd', ['+', '+']],
  ['NumpadSubtract', ['-', '-']],
  ['NumpadMultiply', ['*', '*']],
  ['NumpadDivide', ['/', '/']],
  ['NumpadDecimal', ['.', '.']],
])
