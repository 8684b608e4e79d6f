import bwipjs from 'bwip-js/node'
import { expect, test } from 'vitest'
import { code128Modules, dataMatrixModules, qrModules } from './symbol-size.ts'

interface Drawn {
  readonly pixx?: number
  readonly sbs?: readonly number[]
}

/** What an independent writer of symbols makes of a text. */
const draw = (bcid: string, text: string, options: object = {}): Drawn => {
  const [drawn] = bwipjs.raw({ bcid, text, ...options } as never) as unknown as Drawn[]
  return drawn!
}

const texts = [
  '000412',
  'SN000001',
  'EBK-HAM-2631-00412Y',
  'P8Z3KQ0V7M',
  'HAM262130ABC',
  '12345678901234567890',
  'A1',
  'WO4711/0ZZ',
  'BK-20260801-000123',
]

test.each(texts)('%s is as large as it is drawn', (text) => {
  expect(dataMatrixModules(text)).toBe(draw('datamatrix', text).pixx)
  expect(qrModules(text)).toBe(draw('qrcode', text, { eclevel: 'M' }).pixx)
  const bars = draw('code128', text).sbs!.reduce((sum, width) => sum + width, 0)
  expect(code128Modules(text)).toBe(bars)
})
