import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { readPictureFile } from '../../src/cli/picture-file.ts'
import { isCredible, readPicture } from '../../src/scan/read-picture.ts'
import { prepareZxing } from '../../src/scan/zxing.ts'

interface Photo {
  readonly file: string
  readonly set: string
  readonly expect: string
  readonly encoding: 'hex' | 'utf-8'
}

const folder = new URL('../vectors/barcode-photos/', import.meta.url)
const { cases } = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as {
  cases: readonly Photo[]
}

/** How many of each set are read, at least. Many of the rest no reader can read. */
const readable: Readonly<Record<string, number>> = {
  'code128-2': 14,
  'datamatrix-1': 30,
  'ean13-2': 8,
  'qrcode-2': 56,
  'upca-2': 21,
}

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const decode = prepareZxing({ bytes: new Uint8Array(readFileSync(wasm)).buffer })

const wanted = ({ expect: text, encoding }: Photo): string =>
  (encoding === 'hex'
    ? Buffer.from(text.replaceAll(' ', ''), 'hex').toString('latin1')
    : text
  ).trim()

for (const [set, least] of Object.entries(readable)) {
  test(`photographs ${set}`, async () => {
    const photos = cases.filter((photo) => photo.set === set)
    const wrong: unknown[] = []
    const rescued: string[] = []
    let right = 0
    for (const photo of photos) {
      const picture = await readPictureFile(fileURLToPath(new URL(photo.file, folder)))
      const symbols = await readPicture(picture, decode)
      const hit = symbols.find(({ text }) => text.trim() === wanted(photo))
      if (hit !== undefined) right += 1
      else if (symbols.length > 0) wrong.push({ photo, symbols })
      if (hit !== undefined && hit.pass !== 'as it is') rescued.push(photo.file)
    }
    const unread = photos.length - right - wrong.length
    console.log(
      `photographs ${set}: ${right} read (${rescued.length} of them by a second look), ` +
        `${wrong.length} read wrongly, ${unread} not read`,
    )
    expect(wrong).toEqual([])
    expect(right).toBeGreaterThanOrEqual(least)
  })
}

test('what breaks the rules of GS1 is not believed, though the decoder read it', () => {
  const symbol = { format: 'Code128', lines: 20, corners: [] }
  const credible = (identifier: string, text: string) => isCredible({ ...symbol, identifier, text })
  expect(credible(']C1', '0109506000134352')).toBe(true)
  expect(credible(']C1', '0195060001343532')).toBe(false)
  expect(credible(']C1', '0900')).toBe(false)
  expect(credible(']E0', '4006381333931')).toBe(true)
  expect(credible(']E0', '4006381333932')).toBe(false)
  expect(credible(']C0', 'A1')).toBe(false)
})

test.each([
  ['RIFF\0\0\0\0WEBPVP8 ', 'a WebP picture'],
  ['\0\0\0\u0018ftypheic', 'a HEIC picture'],
  ['\0\0\0\u0018ftypavif', 'an AVIF picture'],
  ['BM', 'neither a PNG nor a JPEG picture'],
])('a file that begins %j is said to be %s', async (start, kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-picture-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'picture')
  writeFileSync(path, start, 'latin1')
  await expect(readPictureFile(path)).rejects.toThrow(`${path} is ${kind}. Save it as PNG or JPEG`)
})
