import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { layOut, tools } from '../../../../test/support/label-pictures.ts'
import {
  isRefused,
  knownFields,
  readTemplate,
  readyTemplates,
  sampleData,
  writeSvg,
  writeZpl,
  type LabelData,
  type Template,
} from '../../../label/index.ts'
import { readBack } from './read-symbols.ts'
import { pageRenderer } from './render-pages.ts'

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

const labelOf = (elements: readonly object[]): Template => {
  const read = readTemplate({ name: 'own', title: 'Own', width: 242, height: 90, elements })
  if (!read.ok) throw new Error(read.findings[0]!.message)
  return read.template
}

/** A label for each field, which shows it as text; they fit it in different ways. */
const fieldLabels = knownFields.map((field, index) => {
  const fit = (['shrink', 'wrap', 'ellipsis'] as const)[index % 3]
  const box = { x: 2, y: 2, width: 58, height: 7 }
  return [field, labelOf([{ type: 'text', ...box, text: `{${field}}`, size: 4, fit }])] as const
})

/** Says the serial in codes of several kinds. */
const everyCode = labelOf(
  [
    { symbology: 'datamatrix', text: '{serial}' },
    { symbology: 'qr', text: '{serial}' },
    {
      symbology: 'gs1_datamatrix',
      elements: [
        { ai: '01', value: '09506000134352' },
        { ai: '21', value: '{serial}' },
      ],
    },
  ].map((code, index) => ({
    type: 'barcode',
    x: 2 + 60 * index,
    y: 2,
    width: 50,
    height: 50,
    ...code,
  })),
)

describe('hostile content', () => {
  const render = pageRenderer(tools)

  it('in every field is refused with a reason, or harmless', async () => {
    let released = 0
    for (const text of hostile) {
      for (const [field, template] of fieldLabels) {
        if (await isReleased(template, { ...sampleData, [field]: text })) released += 1
      }
    }
    // Most of it is printed as the text that it is.
    expect(released).toBeGreaterThan(0.5 * hostile.length * knownFields.length)
  })

  it.each([everyCode, ...readyTemplates].map((template) => [template.name, template] as const))(
    'in the codes of %s is refused with a reason, or harmless',
    async (_, template) => {
      const outcomes = new Set<boolean>()
      for (const text of hostile) {
        const data = { ...sampleData, serial: text, 'location.code': text }
        outcomes.add(await isReleased(template, data))
      }
      expect(outcomes).toContain(true)
    },
  )

  /** Whether a label comes out; then all its outputs are harmless, else a reason is said. */
  async function isReleased(template: Template, data: LabelData): Promise<boolean> {
    const label = layOut(template, 203, data)
    const findings = [...label.findings, ...(await readBack(label, tools.fonts))]
    for (const { message } of findings) expect(message).toMatch(/[.)]$/)
    if (isRefused(label.findings)) return false
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
    return true
  }

  it('cannot make a code say more than its field', () => {
    const udi = readyTemplates.find(({ name }) => name === 'udi-50x30')!
    const refused = { ...sampleData, 'item.gtin': '0950600013435210EVIL' }
    expect(layOut(udi, 300, refused).findings[0]).toMatchObject({ code: 'code_invalid' })
    const kept = layOut(udi, 300, { ...sampleData, serial: '(10)EVIL' })
    expect(kept.symbols[0]!.request.scan.endsWith('21(10)EVIL')).toBe(true)
  })
})
