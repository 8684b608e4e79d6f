import { deflateSync } from 'node:zlib'
import { fontNames } from '../../../label/index.ts'
import { fontObjects, objectsPerFont, type PdfObject } from './pdf-fonts.ts'
import type { UsedGlyphs } from './pdf-page.ts'

/** Pages below one node of the tree of pages. */
const pagesPerNode = 500

/**
 * A PDF that is written page by page: all that is kept is where each object begins. Fonts come
 * last, when it is known which glyphs the pages used.
 */
export interface PdfWriter {
  /** The bytes of a page whose content was deflated. */
  page(content: Uint8Array): Uint8Array[]
  /** The bytes after the last page. */
  end(used: UsedGlyphs): Uint8Array[]
}

/** Numbers of the objects that others name before they are written. */
const catalogueId = 1
const rootId = 2
const fontId = (index: number): number => 3 + index * objectsPerFont

/** A node of the tree of pages. */
interface Node {
  readonly id: number
  readonly pages: number[]
}

/** @param width and `height` of the pages, in millimetres */
export function openPdf(width: number, height: number): PdfWriter {
  const output = objectWriter(fontId(fontNames.length))
  const nodes: Node[] = []
  const nodeForPage = (): Node => {
    const last = nodes.at(-1)
    if (last && last.pages.length < pagesPerNode) return last
    const node = { id: output.nextId(), pages: [] }
    nodes.push(node)
    return node
  }
  return {
    page(content) {
      const node = nodeForPage()
      const [contentId, pageId] = [output.nextId(), output.nextId()]
      node.pages.push(pageId)
      output.object(contentId, { dictionary: '/Filter /FlateDecode', stream: content })
      output.object(pageId, {
        dictionary: `/Type /Page /Parent ${node.id} 0 R /Contents ${contentId} 0 R`,
      })
      return output.take()
    },
    end(used) {
      const fonts = fontNames.flatMap((name, index) => {
        if (!used.has(name)) return []
        for (const [offset, one] of fontObjects(name, used, fontId(index)).entries()) {
          output.object(fontId(index) + offset, deflated(one))
        }
        return [`/${name} ${fontId(index)} 0 R`]
      })
      for (const { id, pages } of nodes) {
        output.object(id, {
          dictionary: `/Type /Pages /Parent ${rootId} 0 R ${kids(pages, pages.length)}`,
        })
      }
      const count = nodes.reduce((sum, { pages }) => sum + pages.length, 0)
      const box = [width, height].map((side) => ((side * 72) / 25.4).toFixed(4)).join(' ')
      const shared = `/MediaBox [0 0 ${box}] /Resources << /Font << ${fonts.join(' ')} >> >>`
      const ids = nodes.map(({ id }) => id)
      output.object(rootId, { dictionary: `/Type /Pages ${kids(ids, count)} ${shared}` })
      // Without it, many programs scale a label to what they take for the paper.
      const preferences = '/ViewerPreferences << /PrintScaling /None >>'
      output.object(catalogueId, {
        dictionary: `/Type /Catalog /Pages ${rootId} 0 R ${preferences}`,
      })
      output.trailer()
      return output.take()
    },
  }
}

const kids = (ids: readonly number[], count: number): string =>
  `/Count ${count} /Kids [${ids.map((id) => `${id} 0 R`).join(' ')}]`

/** Writes objects one after the other, and remembers where each begins. */
function objectWriter(firstFreeId: number) {
  const offsets: number[] = []
  let chunks: Uint8Array[] = []
  let position = 0
  let next = firstFreeId
  const write = (bytes: Uint8Array) => {
    chunks.push(bytes)
    position += bytes.length
  }
  write(latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'))
  return {
    nextId: () => next++,
    object(id: number, { dictionary, stream }: PdfObject) {
      offsets[id] = position
      if (!stream) return write(latin(`${id} 0 obj\n<< ${dictionary} >>\nendobj\n`))
      write(latin(`${id} 0 obj\n<< ${dictionary} /Length ${stream.length} >>\nstream\n`))
      write(stream)
      write(latin('\nendstream\nendobj\n'))
    },
    trailer() {
      const start = position
      write(latin(crossReferences(offsets, next)))
      const trailer = `trailer\n<< /Size ${next} /Root ${catalogueId} 0 R >>\n`
      write(latin(`${trailer}startxref\n${start}\n%%EOF\n`))
    },
    /** What was written since it was last taken. */
    take(): Uint8Array[] {
      const taken = chunks
      chunks = []
      return taken
    },
  }
}

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
    const place = String(offset ?? 0).padStart(10, '0')
    lines.push(`${place} ${offset === undefined ? '65535 f' : '00000 n'} \n`)
  }
  return lines.join('')
}
