import { deflateSync } from 'node:zlib'
import { fontNames } from '../../../label/index.ts'
import { fontObjects, objectsPerFont, type PdfObject } from './pdf-fonts.ts'
import type { UsedGlyphs } from './pdf-page.ts'

/** Pages below one node of the tree of pages. */
const pagesPerNode = 500

/**
 * A PDF that is written page by page: all that is kept is where each object begins. Fonts come last,
 * when it is known which glyphs the pages used.
 */
export interface PdfWriter {
  /** The bytes of a page whose content was deflated. */
  page(content: Uint8Array): Uint8Array[]
  /** The bytes after the last page. */
  end(used: UsedGlyphs): Uint8Array[]
}

/** @param width and `height` of the pages, in millimetres */
export function openPdf(width: number, height: number): PdfWriter {
  const offsets: number[] = []
  const nodes: { readonly id: number; readonly pages: number[] }[] = []
  let position = 0
  // Numbers 1 and 2 are the catalogue and the root of the pages, then come the fonts.
  let next = 3 + fontNames.length * objectsPerFont
  const write = (chunks: Uint8Array[], bytes: Uint8Array) => {
    chunks.push(bytes)
    position += bytes.length
  }
  const object = (chunks: Uint8Array[], id: number, { dictionary, stream }: PdfObject) => {
    offsets[id] = position
    if (!stream) return write(chunks, latin(`${id} 0 obj\n<< ${dictionary} >>\nendobj\n`))
    const head = `${id} 0 obj\n<< ${dictionary} /Length ${stream.length} >>\nstream\n`
    write(chunks, latin(head))
    write(chunks, stream)
    write(chunks, latin('\nendstream\nendobj\n'))
  }
  const begin = (chunks: Uint8Array[]) => {
    if (position === 0) write(chunks, latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'))
  }
  return {
    page(content) {
      const chunks: Uint8Array[] = []
      begin(chunks)
      let node = nodes.at(-1)
      if (!node || node.pages.length === pagesPerNode) {
        node = { id: next++, pages: [] }
        nodes.push(node)
      }
      const [contentId, pageId] = [next++, next++]
      node.pages.push(pageId)
      object(chunks, contentId, { dictionary: '/Filter /FlateDecode', stream: content })
      object(chunks, pageId, {
        dictionary: `/Type /Page /Parent ${node.id} 0 R /Contents ${contentId} 0 R`,
      })
      return chunks
    },
    end(used) {
      const chunks: Uint8Array[] = []
      begin(chunks)
      const resources: string[] = []
      for (const [index, name] of fontNames.entries()) {
        if (!used.has(name)) continue
        resources.push(`/${name} ${fontId(index)} 0 R`)
        for (const [offset, one] of fontObjects(name, used, fontId(index)).entries()) {
          object(chunks, fontId(index) + offset, deflated(one))
        }
      }
      for (const { id, pages } of nodes) {
        const kids = pages.map((page) => `${page} 0 R`).join(' ')
        const dictionary = `/Type /Pages /Parent 2 0 R /Count ${pages.length} /Kids [${kids}]`
        object(chunks, id, { dictionary })
      }
      const count = nodes.reduce((sum, { pages }) => sum + pages.length, 0)
      const kids = nodes.map(({ id }) => `${id} 0 R`).join(' ')
      const box = [width, height].map((side) => ((side * 72) / 25.4).toFixed(4)).join(' ')
      object(chunks, 2, {
        dictionary: `/Type /Pages /Count ${count} /Kids [${kids}] /MediaBox [0 0 ${box}] /Resources << /Font << ${resources.join(' ')} >> >>`,
      })
      // Without it, many programs scale a label to what they take for the paper.
      object(chunks, 1, {
        dictionary: '/Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >>',
      })
      const start = position
      write(chunks, latin(crossReferences(offsets, next)))
      const trailer = `trailer\n<< /Size ${next} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
      write(chunks, latin(trailer))
      return chunks
    },
  }
}

const fontId = (index: number): number => 3 + index * objectsPerFont

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')

const deflated = (object: PdfObject): PdfObject =>
  object.stream
    ? {
        dictionary: `${object.dictionary} /Filter /FlateDecode`,
        stream: deflateSync(object.stream),
      }
    : object

function crossReferences(offsets: readonly number[], size: number): string {
  const lines = [`xref\n0 ${size}\n0000000000 65535 f \n`]
  for (let id = 1; id < size; id += 1) {
    const offset = offsets[id]
    const entry =
      offset === undefined ? '0000000000 65535 f' : `${String(offset).padStart(10, '0')} 00000 n`
    lines.push(`${entry} \n`)
  }
  return lines.join('')
}
