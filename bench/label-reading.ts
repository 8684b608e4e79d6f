/**
 * How often a reader gets a label's code right from a spoiled picture of it: blur, noise, turning,
 * low contrast, from far away. A table of read and wrongly read codes, kept in label-reading.md.
 *
 *   node bench/label-reading.ts
 */

import { readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import { prepareReader } from '../src/features/labels/output/read-symbols.ts'
import { labelTools } from '../src/features/labels/output/tools.ts'
import { prepareTemplate, readyTemplates, renderMarks, sampleData } from '../src/label/index.ts'
import { degradations, type GreyImage } from './degrade.ts'

const perCondition = 20
const cases = [
  { name: 'GS1 DataMatrix', template: 'unit-51x25', symbol: 0 },
  { name: 'QR Digital Link', template: 'unit-57x32', symbol: 0 },
  { name: 'GS1-128 (SSCC)', template: 'pallet-102x152', symbol: 1 },
  { name: 'Code 128', template: 'bin-70x30', symbol: 0 },
] as const

const tools = labelTools()

/** A code with its white, as grey values. */
function pictureOf(templateName: string, symbol: number, dpi: number, index: number) {
  const template = readyTemplates.find(({ name }) => name === templateName)!
  const data = {
    ...sampleData,
    serial: `EB-HAM-${String(index * 7919).padStart(8, '0')}`,
    'location.code': `A-${String(index).padStart(2, '0')}-12`,
  }
  const label = prepareTemplate(template, { dpi }, tools).layOut(data)
  const { zone, request, module } = label.symbols[symbol]!
  const margin = module * 6
  const area = {
    x: zone.x - margin,
    y: zone.y - margin,
    width: zone.width + 2 * margin,
    height: zone.height + 2 * margin,
  }
  const own = label.marks.filter((mark) => mark.kind === 'boxes')
  const { width, height, dots } = renderMarks(own, area, tools.fonts)
  const grey = Float32Array.from(dots, (dot) => (dot === 1 ? 0 : 255))
  return { image: { width, height, grey }, scan: request.scan, module }
}

async function read({ width, height, grey }: GreyImage): Promise<string | undefined> {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let at = 0; at < grey.length; at += 1) {
    data[at * 4] = data[at * 4 + 1] = data[at * 4 + 2] = grey[at]!
  }
  const options: ReaderOptions = { tryHarder: true, textMode: 'Plain', maxNumberOfSymbols: 1 }
  const image = { data, width, height } as unknown as Uint8Array
  const [found] = await readBarcodes(image, options)
  return found?.isValid ? found.symbologyIdentifier + found.text : undefined
}

await prepareReader()
const columns = cases.flatMap(({ name, template, symbol }) =>
  [203, 300].map((dpi) => ({
    name,
    dpi,
    pictures: Array.from({ length: perCondition }, (_, at) => pictureOf(template, symbol, dpi, at)),
  })),
)
console.log(`| condition | ${columns.map(({ name, dpi }) => `${name}, ${dpi} dpi`).join(' | ')} |`)
console.log(`|---|${columns.map(() => '---|').join('')}`)
for (const { name, spoil } of degradations) {
  const cells: string[] = []
  for (const { pictures } of columns) {
    let right = 0
    let wrong = 0
    for (const [index, { image, scan, module }] of pictures.entries()) {
      const said = await read(spoil(image, module, index))
      if (said === scan) right += 1
      else if (said !== undefined) wrong += 1
    }
    const share = `${Math.round((100 * right) / perCondition)} %`
    cells.push(wrong > 0 ? `${share} (${wrong} wrong)` : share)
  }
  console.log(`| ${name} | ${cells.join(' | ')} |`)
}
