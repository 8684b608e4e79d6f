import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visualRuns } from './bidi.ts'
import { fieldsIn, fillText } from './fields.ts'
import { contrastFinding } from './contrast.ts'
import { fitSymbol } from './place-symbol.ts'
import { readTemplate, readyTemplates } from './index.ts'
import { readPath } from './svg-path.ts'
import { template } from './template.ts'
import { inEnglish } from '../i18n/english.ts'

const label = (elements: unknown[], more = {}) => ({
  name: 'own',
  title: 'Own',
  width: 50,
  height: 25,
  elements,
  ...more,
})

describe('templates', () => {
  it('that are ready-made pass their own checks', () => {
    for (const ready of readyTemplates) {
      expect(readTemplate(JSON.parse(JSON.stringify(ready)))).toMatchObject({ ok: true })
    }
    expect(new Set(readyTemplates.map(({ name }) => name)).size).toBe(readyTemplates.length)
  })

  it.each([
    [label([{ type: 'text', x: 40, y: 0, width: 20, height: 5, text: 'a', size: 3 }]), '60 × 5 mm'],
    [label([{ type: 'text', x: 0, y: 0, width: 20, height: 5, text: '{', size: 3 }]), 'no field'],
    [label([{ type: 'text', x: 0, y: 0, width: 9, height: 5, text: '{a:x}', size: 3 }]), 'format'],
    [label([{ type: 'barcode', x: 0, y: 0, width: 9, height: 9, symbology: 'qr' }]), 'says text'],
    [
      label([
        { type: 'barcode', x: 0, y: 0, width: 9, height: 9, symbology: 'gs1_128', text: 'a' },
      ]),
      'says elements',
    ],
    [label([{ type: 'picture', x: 0, y: 0, width: 9, height: 9 }]), 'either png, or path'],
    [label([{ type: 'text', x: 'a' }]), 'x:'],
    [label([], { width: -1 }), 'width:'],
    [label([], { ink: 'red' }), 'no colour'],
  ])('say which element is wrong and what to do', (value, words) => {
    const read = readTemplate(value)
    expect(read.ok).toBe(false)
    const findings = read.ok ? [] : read.findings
    expect(findings.map(({ message }) => message).join(' ')).toContain(words)
    expect(findings[0]!.element ?? '').toMatch(value.elements.length > 0 ? /^1 \(/ : /^$/)
  })

  it('take no element that they do not know', () => {
    expect(readTemplate(label([{ type: 'script' }]))).toMatchObject({ ok: false })
    expect(readTemplate(null)).toMatchObject({ ok: false })
    expect(readTemplate({ elements: 'x' })).toMatchObject({ ok: false })
  })
})

describe('fields', () => {
  const data = {
    serial: 'A1',
    expiry: '2027-05-31T00:00:00.000Z',
    weight: '3.482',
    month: '2027-05',
  }

  it.each([
    ['{serial}', 'A1'],
    ['No. {serial} {{x}}', 'No. A1 {x}'],
    ['{expiry:DD.MM.YYYY} {expiry:YYMMDD}', '31.05.2027 270531'],
    ['{month:YYMMDD}', '270500'],
    ['{weight:fixed:6:3}', '003482'],
    ['{serial:pad:6}', '0000A1'],
    ['{missing}', ''],
  ])('%s is %s', (text, filled) => {
    expect(fillText(text, data).text).toBe(filled)
  })

  it('never look into what JavaScript adds to objects, and never fill a value twice', () => {
    expect(fillText('{constructor}{__proto__}{toString}', {}).text).toBe('')
    expect(fillText('{serial}', { serial: '{lot}', lot: 'x' }).text).toBe('{lot}')
  })

  it('have their unit of measure where people read them, and have it once', () => {
    const data = { 'trait.weight': 2.5, 'measure.trait.weight': 'kg', 'trait.colour': 'red' }
    const filled = (text: string) => fillText(text, data, true).text
    expect(filled('Weight {trait.weight}, {trait.colour}')).toBe('Weight 2.5 kg, red')
    expect(filled('{trait.weight} kg')).toBe('2.5 kg')
    expect(filled('{trait.weight:fixed:6:3}')).toBe('002500')
    expect(fillText('{trait.weight}', data).text).toBe('2.5')
  })

  it('keep any value as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (serial) => {
        expect(fillText('<{serial}>', { serial }).text).toBe(`<${serial}>`)
      }),
    )
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(fieldsIn(text).names)))
  })
})

describe('the width of a module', () => {
  const square = (side: number) => ({
    kind: 'matrix' as const,
    columns: side,
    rows: side,
    dark: new Uint8Array(side * side).fill(1),
  })
  const fit = (dpi: number, use: 'own' | 'healthcare' | 'trade_item', width: number) =>
    fitSymbol(square(18), {
      symbology: 'gs1_datamatrix',
      use,
      dpi,
      width: Math.floor((width * dpi) / 25.4),
      height: Math.floor((width * dpi) / 25.4),
      wanted: undefined,
      name: '1 (code)',
    })

  it('is a whole number of dots, as large as the use asks for', () => {
    expect(fit(300, 'healthcare', 15)).toMatchObject({ module: 4, findings: [] })
    expect(fit(600, 'trade_item', 15)).toMatchObject({ module: 9, findings: [] })
    expect(fit(203, 'own', 15).module).toBe(5)
    expect(fit(203, 'own', 15).boxes.every(Number.isInteger)).toBe(true)
  })

  it('that a printer cannot make to the standard is said, with the way out', () => {
    const [finding] = fit(203, 'trade_item', 15).findings
    expect(finding).toMatchObject({ level: 'warning', code: 'x_dimension', element: '1 (code)' })
    expect(finding!.message).toMatch(/4 dots at 203 dpi are 0\.500 mm.*0\.380 to 0\.495 mm/)
    expect(finding!.message).toContain('print at 300 dpi (5 dots = 0.423 mm)')
    const [small] = fit(203, 'healthcare', 5.5).findings
    expect(small!.message).toMatch(/2 dots at 203 dpi are 0\.250 mm.*0\.254/)
    expect(small!.message).toContain('make the box at least 7.6 × 7.6 mm')
  })

  it('that does not fit at all stops the label and says how large the box must be', () => {
    expect(() => fit(203, 'own', 2)).toThrow('The code needs at least 2.6 × 2.6 mm')
  })
})

it('ink that readers do not see in red light is refused', () => {
  const colours = (ink: string, stock: string) =>
    contrastFinding(template.parse(label([], { ink, stock })))
  expect(colours('#000000', '#ffffff')).toBeNull()
  expect(colours('#0000ff', '#ffffff')).toBeNull()
  expect(colours('#ff0000', '#ffffff')?.message).toContain('red light')
  expect(colours('#000000', '#0000ff')?.code).toBe('contrast')
})

it('text of both directions stands in the order in which it is read', () => {
  const seen = (text: string) =>
    visualRuns(text).map((run) =>
      run.direction === 'rtl' ? [...run.text].reverse().join('') : run.text,
    )
  expect(seen('abc')).toEqual(['abc'])
  expect(seen('SN אבג 12').join('')).toBe('SN 12 גבא')
  expect(seen('אבג SN-1').join('')).toBe('SN-1 גבא')
  expect(seen('אב (גד)').join('')).toBe('(דג) בא')
})

it('paths of pictures are read or refused', () => {
  expect(readPath('M0 0h10v10z')).toHaveLength(4)
  const refused = (text: string) => {
    const read = readPath(text)
    return 'key' in read ? inEnglish(read) : undefined
  }
  expect(refused('M0 0 A1 1 0 0 1 2 2')).toContain('"A" is not known')
  expect(refused('url(javascript:alert(1))')).toContain('neither a command nor a number')
  fc.assert(fc.property(fc.string(), (text) => refused(text) !== ''))
})
