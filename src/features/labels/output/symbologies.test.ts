import { describe, expect, it } from 'vitest'
import { ready } from 'zpl-renderer-js'
import { layOut, readAll, tools } from '../../../../test/support/label-pictures.ts'
import { readTemplate, writeZpl } from '../../../label/index.ts'
import { readBack } from './read-symbols.ts'

describe('symbologies', () => {
  const elements = (symbology: string, content: object, more = {}) => {
    const box = { x: 1, y: 1, width: 98, height: 40 }
    const value = { name: 'own', title: 'Own', width: 100, height: 60 }
    const read = readTemplate({
      ...value,
      elements: [{ type: 'barcode', ...box, symbology, ...content, ...more }],
    })
    if (!read.ok) throw new Error(read.findings[0]!.message)
    return read.template
  }

  it.each([
    ['ean_13', { text: '9506000134352' }, ']E09506000134352'],
    ['ean_13', { text: '09506000134352' }, ']E09506000134352'],
    ['upc_a', { text: '00614141000036' }, ']E00614141000036'],
    ['ean_8', { text: '95050003' }, ']E495050003'],
    ['itf_14', { text: '19506000134359' }, ']I119506000134359'],
    ['code_128', { text: 'a^>~_b{{}}\\123' }, ']C0a^>~_b{}\\123'],
    ['datamatrix', { text: 'Größe 50 % ^_~' }, ']d1Größe 50 % ^_~'],
    ['qr', { text: '50 %%off ^XA' }, ']Q150 %%off ^XA'],
    ['qr', { text: 'Ключ № 5' }, ']Q1Ключ № 5'],
    [
      'gs1_128',
      {
        elements: [
          { ai: '10', value: 'A%B' },
          { ai: '21', value: 'x>y' },
          { ai: '01', value: '09506000134352' },
        ],
      },
      ']C110A%B\u001d21x>y\u001d0109506000134352',
    ],
  ])(
    '%s says what it was given, turned in any way, on paper and from ZPL',
    async (symbology, content, scan) => {
      const { api } = await ready
      for (const turn of [0, 90, 180, 270]) {
        const template = elements(symbology, content, { turn })
        const label = layOut(template, 203, {})
        if (symbology === 'gs1_128' && turn % 180 === 90) continue
        expect(label.findings.filter(({ level }) => level === 'error')).toEqual([])
        expect(label.symbols[0]!.request.scan).toBe(scan)
        expect(await readBack(label, tools.fonts)).toEqual([])
        // The renderer of ZPL does not know the change of code sets inside a Code 128.
        if (symbology === 'gs1_128') continue
        const zpl = writeZpl(label, tools.fonts)
        const drawn = Buffer.from(await api.zplToBase64Async(zpl, 100, 60, 8), 'base64')
        const [read] = await readAll(drawn)
        expect(read?.slice(3).padStart(symbology === 'upc_a' ? 13 : 0, '0')).toBe(scan.slice(3))
      }
    },
  )

  it('Code 128 in ZPL names each of its code words', () => {
    const label = layOut(elements('code_128', { text: 'ABC-12345678' }), 203, {})
    expect(writeZpl(label, tools.fonts)).toContain('^FD>:ABC->512345678^FS')
    const gs1 = elements('gs1_128', { elements: [{ ai: '00', value: '095060001343521113' }] })
    const zpl = writeZpl(layOut(gs1, 203), tools.fonts)
    expect(zpl).toContain('^FD>;>800095060001343521113^FS')
  })

  it('refuse what they cannot say', () => {
    const messages = (symbology: string, text: string) =>
      layOut(elements(symbology, { text }), 300, {}).findings.map(({ message }) => message)
    expect(messages('ean_13', '9506000134353')[0]).toContain('check digit')
    expect(messages('ean_8', '9506000134352')[0]).toContain('too long')
    expect(messages('code_128', 'Größe')[0]).toContain('without accents')
    expect(messages('itf_14', 'A')[0]).toContain('no GTIN')
    expect(messages('datamatrix', '{serial}')[0]).toContain('no serial')
  })
})
