/** Every ready-made template, in every output, read by programs that know nothing of ours. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ready } from 'zpl-renderer-js'
import {
  drawPdf,
  findBarcodeReaders,
  readWithDmtx,
  readWithZbar,
} from '../../../../test/support/barcode-readers.ts'
import { layOut, meant, pngOf, readAll, tools } from '../../../../test/support/label-pictures.ts'
import { linesOf } from '../../../../test/support/client.ts'
import { readyTemplates, sampleData, writeSvg, writeZpl } from '../../../label/index.ts'
import { readBack } from './read-symbols.ts'
import { renderLabels } from './render-labels.ts'
import { pageRenderer } from './render-pages.ts'

const resolutions = [203, 300, 600] as const
const folder = mkdtempSync(join(tmpdir(), 'seriatim-labels-'))
const render = pageRenderer(tools)

beforeAll(findBarcodeReaders)
afterAll(() => rmSync(folder, { recursive: true }))

/** zbar reads no Data Matrix, libdmtx nothing else. */
const readWithOther = (path: string, symbology: string): string =>
  plain(symbology.endsWith('datamatrix') ? readWithDmtx(path) : readWithZbar(path).join(' '))

const plain = (text: string) => text.replaceAll('\u001d', '')

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

    it('is read when others draw its SVG and its PDF', async () => {
      const label = layOut(template, 600)
      const svg = writeSvg(label, tools.fonts, template)
      const drawn = new Resvg(svg, { fitTo: { mode: 'width', value: label.width } }).render()
      expect(await readAll(drawn.asPng())).toEqual(meant(label))
      const run = { template, dpi: 600, format: 'pdf' as const, startAt: 7 }
      const pieces = await linesOf(renderLabels({ ...run, labels: [[sampleData]] }, render))
      const pdf = Buffer.concat(pieces.flatMap(({ bytes }) => bytes))
      expect(await readAll(drawPdf(pdf))).toEqual(meant(label))
    })
  },
)

it('a code that something was printed over is not released', async () => {
  const label = layOut(readyTemplates[0]!, 300)
  const { zone } = label.symbols[0]!
  const stripe = [zone.x, zone.y + Math.floor(zone.height / 2), zone.width, 24]
  const spoiled = { ...label, marks: [...label.marks, { kind: 'boxes' as const, boxes: stripe }] }
  expect(await readBack(spoiled, tools.fonts)).toMatchObject([{ code: 'unreadable' }])
})
