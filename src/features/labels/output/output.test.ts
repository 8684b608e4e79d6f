import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ready } from 'zpl-renderer-js'
import { readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import {
  findBarcodeReaders,
  readWithDmtx,
  readWithZbar,
} from '../../../../test/support/barcode-readers.ts'
import {
  isRefused,
  prepareTemplate,
  readTemplate,
  readyTemplates,
  renderBitmap,
  sampleData,
  writeSvg,
  writeZpl,
  type LabelData,
  type PlacedLabel,
  type Template,
} from '../../../label/index.ts'
import { writePng } from './png.ts'
import { readBack } from './read-symbols.ts'
import { renderLabels } from './render-labels.ts'
import { pageRenderer } from './render-pages.ts'
import { renderInPool } from './render-pool.ts'
import { labelTools } from './tools.ts'

const tools = labelTools()
const resolutions = [203, 300, 600] as const
const folder = mkdtempSync(join(tmpdir(), 'seriatim-labels-'))

beforeAll(findBarcodeReaders)
afterAll(() => rmSync(folder, { recursive: true }))

const layOut = (template: Template, dpi: number, data: LabelData = sampleData) =>
  prepareTemplate(template, { dpi }, tools).layOut(data)

const pngOf = (label: PlacedLabel) => writePng(renderBitmap(label, tools.fonts), label.dpi)

/** What zxing reads anywhere in a whole picture. */
async function readAll(png: Uint8Array): Promise<string[]> {
  const options: ReaderOptions = { tryHarder: true, textMode: 'Plain', maxNumberOfSymbols: 9 }
  const read = await readBarcodes(png, options)
  return read.map(({ symbologyIdentifier, text }) => symbologyIdentifier + text).sort()
}

/** zbar reads no Data Matrix, libdmtx nothing else. */
const readWithOther = (path: string, symbology: string): string =>
  plain(symbology.endsWith('datamatrix') ? readWithDmtx(path) : readWithZbar(path).join(' '))

const plain = (text: string) => text.replaceAll('\u001d', '')

const meant = (label: PlacedLabel) => label.symbols.map(({ request }) => request.scan).sort()

describe.each(readyTemplates.map((template) => [template.name, template] as const))(
  '%s',
  (name, template) => {
    it('is read by independent readers at every resolution', async () => {
      for (const dpi of resolutions) {
        const label = layOut(template, dpi)
        expect(label.findings).toEqual([])
        expect(label.symbols.length).toBeGreaterThan(0)
        expect(await readBack(label, tools.fonts)).toEqual([])
        const png = pngOf(label)
        expect(await readAll(png)).toEqual(meant(label))
        const path = join(folder, `${name}-${dpi}.png`)
        writeFileSync(path, png)
        for (const { request } of label.symbols) {
          expect(readWithOther(path, request.symbology)).toContain(plain(request.scan.slice(3)))
        }
      }
    })

    it('is read when a printer draws its codes from ZPL', async () => {
      const { api } = await ready
      const label = layOut(template, 203)
      const zpl = writeZpl(label, tools.fonts)
      expect(zpl).toMatch(/\^(BX|BQ|BC|BE|B8|BU)N/)
      const { width, height } = template
      const picture = Buffer.from(await api.zplToBase64Async(zpl, width, height, 8), 'base64')
      expect(await readAll(picture)).toEqual(meant(label))
    })
  },
)

/** What has to be harmless wherever it comes out. */
const hostile = [
  '^XA^FO0,0^FDX^FS^XZ',
  '~JR~HS',
  '\\5E_1_5E',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '=HYPERLINK("http://x")',
  '%%EOF endstream endobj',
  ') Tj (',
  '\u202eevil\u202c',
  '\u0000\u001b[2J',
  '\u001d10EVIL',
  'A'.repeat(200),
  '漢字',
  '(10)EVIL',
  '01095060001343520110EVIL',
  '{serial}',
  '𝔘𝔫𝔦',
  'مرحبا 123',
  '',
]

describe('hostile content', () => {
  const render = pageRenderer(tools)
  const fields = Object.keys(sampleData)

  it('in every field of every template is refused with a reason, or harmless', async () => {
    for (const template of readyTemplates) {
      for (const [index, text] of hostile.entries()) {
        const field = fields[(index * 7 + template.name.length) % fields.length]!
        for (const data of [
          { ...sampleData, [field]: text },
          { ...sampleData, serial: text, 'location.code': text },
        ]) {
          await checkHarmless(template, data)
        }
      }
    }
  })

  async function checkHarmless(template: Template, data: LabelData) {
    const label = layOut(template, 203, data)
    const findings = [...label.findings, ...(await readBack(label, tools.fonts))]
    for (const { message } of findings) expect(message).toMatch(/[.)]$/)
    if (isRefused(label.findings)) return
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    const svg = writeSvg(label, tools.fonts, template)
    expect(svg).not.toMatch(/<(?!\/?(svg|rect|g|path)\b)|onload|script/)
    const zpl = writeZpl(label, tools.fonts)
    expect(zpl.match(/\^X[AZ]/g)).toEqual(['^XA', '^XZ'])
    expect(zpl).not.toContain('~')
    // Field data hold no character that could begin a command.
    for (const [, said] of zpl.matchAll(/\^FD(.*?)\^FS/gs)) expect(said).not.toMatch(/[\^~\n]/)
    const pages = [{ labels: [{ slot: 0, data }] }]
    const { pages: written } = await render({ template, dpi: 203, format: 'pdf', pages })
    const content = inflateSync(written[0]!).toString('latin1')
    expect(content.replace(/<[0-9a-f]+>/g, '')).toMatch(/^[\s\w./[\]-]*$/)
  }

  it('cannot make a code say more than its field', () => {
    const udi = readyTemplates.find(({ name }) => name === 'udi-50x30')!
    const refused = { ...sampleData, 'item.gtin': '0950600013435210EVIL' }
    expect(layOut(udi, 300, refused).findings[0]).toMatchObject({ code: 'code_invalid' })
    const kept = layOut(udi, 300, { ...sampleData, serial: '(10)EVIL' })
    expect(kept.symbols[0]!.request.scan.endsWith('21(10)EVIL')).toBe(true)
  })
})

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

describe('documents', () => {
  const template = readyTemplates.find(({ name }) => name === 'avery-5160')!
  const some = (count: number) => [
    Array.from({ length: count }, (_, index) => ({ ...sampleData, serial: `S-${1000 + index}` })),
  ]
  const collect = async (startAt: number, count: number, data = some(count)) => {
    const run = { template, dpi: 300, format: 'pdf' as const, startAt, labels: data }
    const chunks: Uint8Array[] = []
    const findings = []
    for await (const piece of renderLabels(run, renderInPool)) {
      chunks.push(...piece.bytes)
      findings.push(...piece.findings)
    }
    return { text: Buffer.concat(chunks).toString('latin1'), findings }
  }

  it('have pages in exact millimetres, and begin at any label of a sheet', async () => {
    const { text } = await collect(1, 31)
    expect(text).toContain('/MediaBox [0 0 612.0000 792.0000]')
    expect(text).toContain('/PrintScaling /None')
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
    expect((await collect(30, 2)).text.match(/\/Type \/Page\b/g)).toHaveLength(2)
    expect(text.endsWith('%%EOF\n')).toBe(true)
    const start = Number(/startxref\n(\d+)/.exec(text)![1])
    expect(text.slice(start, start + 4)).toBe('xref')
  })

  it('release nothing of a run with a label that cannot be read or made', async () => {
    const data = some(3)
    data[0]![1] = { ...sampleData, serial: 'A\u202eB' }
    const { text, findings } = await collect(1, 3, data)
    expect(findings).toMatchObject([
      { label: 2, code: 'hidden_character', level: 'error' },
      { label: 2, code: 'hidden_character', level: 'warning' },
    ])
    expect(text).toBe('')
  })
})

it('a code that something was printed over is not released', async () => {
  const label = layOut(readyTemplates[0]!, 300)
  const { zone } = label.symbols[0]!
  const stripe = [zone.x, zone.y + Math.floor(zone.height / 2), zone.width, 24]
  const spoiled = { ...label, marks: [...label.marks, { kind: 'boxes' as const, boxes: stripe }] }
  expect(await readBack(spoiled, tools.fonts)).toMatchObject([{ code: 'unreadable' }])
})
