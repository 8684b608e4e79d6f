import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layouts, payloads, scannerPresses, type Press } from '../../../test/support/scanner.ts'
import { readByLayout, readByPlace, readingsOf } from './decode.ts'
import type { KeyStroke } from './key-stroke.ts'
import { orderedReadings } from './resolve.ts'
import { usualScanner } from './scanner-profile.ts'

const strokesOf = (presses: readonly Press[]): KeyStroke[] =>
  presses
    .filter(({ key }) => key !== 'Enter')
    .map((press, index) => ({ ...press, alt: false, time: index * 5 }))

const cases = Object.keys(layouts).flatMap((layout) =>
  [false, true].flatMap((capsLock) =>
    payloads.map((payload): [string, boolean, string] => [layout, capsLock, payload]),
  ),
)

describe('a US scanner on a computer of another layout', () => {
  it('is read exactly under 12 layouts, Caps Lock on and off', () => {
    expect(Object.keys(layouts)).toHaveLength(12)
    const read = cases.map(([layout, capsLock, payload]) =>
      readByPlace(strokesOf(scannerPresses(payload, layout, capsLock))),
    )
    expect(read).toEqual(cases.map(([, , payload]) => payload))
  })

  it('would be read wrong by what the keys write, in most cases', () => {
    const right = cases.filter(
      ([layout, capsLock, payload]) =>
        readByLayout(strokesOf(scannerPresses(payload, layout, capsLock))) === payload,
    )
    expect(right.length).toBeLessThan(cases.length / 4)
  })

  it('is read exactly whatever it reads', () => {
    const names = fc.constantFrom(...Object.keys(layouts))
    const codes = fc.string({ unit: fc.constantFrom(...payloads.join('')), minLength: 1 })
    fc.assert(
      fc.property(codes, names, fc.boolean(), (code, layout, capsLock) => {
        const strokes = strokesOf(scannerPresses(code, layout, capsLock))
        expect(readByPlace(strokes)).toBe(code)
      }),
    )
  })
})

describe('a scanner that was set to the layout of the computer', () => {
  it('is one of the readings, and the only one once it is learnt', () => {
    const strokes = strokesOf([
      { code: 'KeyQ', key: 'A', shift: true, ctrl: false },
      { code: 'Digit1', key: '1', shift: true, ctrl: false },
    ])
    expect(readingsOf(strokes)).toEqual(['Q!', 'A1'])
    expect(orderedReadings(strokes, { ...usualScanner, reading: 'layout' })).toEqual(['A1'])
  })
})

describe('separators', () => {
  const plain = { shift: false, ctrl: false, alt: false, time: 0 }
  const a: KeyStroke = { ...plain, code: 'KeyA', key: 'a' }

  it('are kept as Ctrl+], F8 and Alt+029', () => {
    const separators: KeyStroke[][] = [
      [{ ...plain, code: 'BracketRight', key: ']', ctrl: true }],
      [{ ...plain, code: 'F8', key: 'F8' }],
      [
        { ...plain, code: 'AltLeft', key: 'Alt', alt: true },
        ...[0, 2, 9].map((digit) => ({
          ...plain,
          code: `Numpad${digit}`,
          key: String(digit),
          alt: true,
        })),
      ],
    ]
    for (const separator of separators) expect(readByPlace([a, ...separator, a])).toBe('a\x1da')
  })

  it('of ISO 15434 envelopes are kept too', () => {
    const presses = scannerPresses('[)>\x1e06\x1dP1\x1e\x04', 'de', false)
    expect(readByPlace(strokesOf(presses))).toBe('[)>\x1e06\x1dP1\x1e\x04')
  })
})

it('what the scanner puts around codes is taken away', () => {
  const strokes = strokesOf(scannerPresses('$X1#', 'us', false))
  expect(orderedReadings(strokes, { ...usualScanner, prefix: '$', suffix: '#' })).toEqual(['X1'])
})
