import { sharedStringsBytesMax, smallPartBytesMax } from '../limits.ts'
import { refuseFile } from '../problem.ts'
import { partChunks, partText } from './archive.ts'
import { numberFormat, plainFormat } from './number-format.ts'
import { attributeOf, readXml } from './xml.ts'
import type { Archive, ArchivePart } from './archive.ts'
import type { NumberFormat } from './number-format.ts'

/** What a workbook says before its cells are read. */
export interface Workbook {
  /** Its sheets, in order. */
  readonly sheets: readonly Sheet[]
  /** Days are counted from 1904 and not from 1900. */
  readonly is1904: boolean
  /** Texts that cells refer to by number. */
  readonly texts: readonly string[]
  /** Number formats by the style of a cell. */
  readonly formats: readonly NumberFormat[]
}

/** A sheet, and its part of the archive; undefined when that is missing. */
export interface Sheet {
  readonly name: string
  readonly part: ArchivePart | undefined
}

interface SheetEntry {
  readonly name: string
  readonly relation: string
}

/**
 * Reads the list of sheets, the styles and the shared texts of a workbook.
 *
 * @throws FileError `file_binary`, `workbook_broken`, `workbook_texts_too_large`
 */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const path = await workbookPath(archive)
  const { sheets, is1904 } = await readSheets(archive, path)
  const relations = await readRelations(archive, path)
  const targetOf = (kind: string) => relations.find(({ type }) => type.endsWith(kind))?.target
  return {
    sheets: sheets.map(({ name, relation }) => {
      const target = relations.find(({ id }) => id === relation)?.target ?? ''
      return { name, part: archive.parts.get(target) }
    }),
    is1904,
    texts: await readTexts(archive, targetOf('/sharedStrings')),
    formats: await readFormats(archive, targetOf('/styles')),
  }
}

/** A part that is named and not there is no small matter: without styles, dates are numbers. */
function partAt(archive: Archive, path: string | undefined): ArchivePart | undefined {
  const part = path === undefined ? undefined : archive.parts.get(path)
  if (path !== undefined && part === undefined) {
    refuseFile('workbook_broken', {}, { reason: `the part ${path} is missing` })
  }
  return part
}

async function workbookPath(archive: Archive): Promise<string> {
  const root = await readRelations(archive, '')
  const path = root.find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (path !== undefined && archive.parts.has(path)) return path
  const isOpenDocument = archive.parts.has('mimetype')
  const what = isOpenDocument ? 'an OpenDocument file' : 'an archive without a workbook'
  return refuseFile('file_binary', {}, { what })
}

interface Relation {
  readonly id: string
  readonly type: string
  /** Name of the part it points to. */
  readonly target: string
}

/** Relations of a part, which lie in `_rels` beside it; those of the archive itself for ''. */
async function readRelations(archive: Archive, path: string): Promise<Relation[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relationsPath = `${folder}_rels/${path.slice(folder.length)}.rels`
  const relations: Relation[] = []
  await readSmallPart(archive, relationsPath, (name, attributes) => {
    if (name !== 'Relationship') return
    const target = attributeOf(attributes, 'Target') ?? ''
    relations.push({
      id: attributeOf(attributes, 'Id') ?? '',
      type: attributeOf(attributes, 'Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : withoutDots(folder + target),
    })
  })
  return relations
}

function withoutDots(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

async function readSmallPart(
  archive: Archive,
  name: string | undefined,
  open: (name: string, attributes: string) => void,
): Promise<void> {
  const text = name === undefined ? undefined : await partText(archive, name, smallPartBytesMax)
  if (text === undefined) return
  const whole = (async function* () {
    yield Buffer.from(text)
  })()
  await readXml(whole, { open, close() {}, text() {} })
}

async function readSheets(archive: Archive, path: string) {
  const sheets: SheetEntry[] = []
  let is1904 = false
  await readSmallPart(archive, path, (name, attributes) => {
    if (name === 'workbookPr')
      is1904 = /^(?:1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')
    if (name !== 'sheet') return
    sheets.push({
      name: attributeOf(attributes, 'name') ?? '',
      relation: attributeOf(attributes, 'id') ?? '',
    })
  })
  return { sheets, is1904 }
}

async function readFormats(archive: Archive, path: string | undefined): Promise<NumberFormat[]> {
  partAt(archive, path)
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let isCellStyle = false
  await readSmallPart(archive, path, (name, attributes) => {
    if (name === 'numFmt') {
      const id = Number(attributeOf(attributes, 'numFmtId'))
      codes.set(id, attributeOf(attributes, 'formatCode') ?? '')
    } else if (name === 'cellXfs') isCellStyle = true
    else if (name === 'cellStyles' || name === 'dxfs') isCellStyle = false
    else if (name === 'xf' && isCellStyle) {
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
      formats.push(id === 0 ? plainFormat : numberFormat(id, codes.get(id)))
    }
  })
  return formats
}

async function readTexts(archive: Archive, path: string | undefined): Promise<string[]> {
  const part = partAt(archive, path)
  if (part === undefined) return []
  if (part.unpackedBytes > sharedStringsBytesMax) refuseFile('workbook_texts_too_large')
  const texts: string[] = []
  let text = ''
  let isText = false
  let isReading = false
  await readXml(partChunks(archive, part), {
    open(name) {
      if (name === 'si') text = ''
      // rPh holds how a text is pronounced, beside the text itself.
      isReading = isReading || name === 'rPh'
      isText = name === 't' && !isReading
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      if (name === 'si') texts.push(unescapeCell(text))
      if (name === 'rPh') isReading = false
      isText = false
    },
  })
  return texts
}

/** Characters that XML cannot hold are written `_x0007_` (ECMA-376-1, section 22.9.2.19). */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, point: string) =>
    String.fromCharCode(parseInt(point, 16)),
  )
}
