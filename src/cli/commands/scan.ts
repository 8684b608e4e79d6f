import type { Command } from 'commander'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Client } from '../../client/client.ts'
import { ProblemError } from '../../contract/problem.ts'
import { resolveScan, scanLengthMax } from '../../contract/scan.ts'
import { readScan } from '../../domain/scan/read-scan.ts'
import { visibleText } from '../../domain/scan/visible-text.ts'
import { readPicture, type Decode, type ReadSymbol } from '../../scan/read-picture.ts'
import { withExamples } from '../examples.ts'
import { wordsOrInputLines, writeJsonLine, type InputLine } from '../lines.ts'
import type { GlobalOptions } from '../session.ts'
import type { World } from '../world.ts'

/** Adds `scan`: what codes, and the codes in pictures, mean to the company. */
export function addScanCommand(program: Command, world: World): void {
  const scan = program
    .command('scan')
    .summary('say what codes mean, also those in PNG and JPEG pictures; one JSON line for each')
    .argument(
      '[codes...]',
      'codes or names of pictures; lines of standard input when there are none',
    )
    .option('--pure', 'without a company: only what a code says by itself')
    .action(async (codes: string[], { pure = false }: { pure?: boolean }) => {
      const tellAll = async (client: Client | null) => {
        for await (const line of wordsOrInputLines(world, codes)) {
          const told = await tellLine(line, client)
          if (!told.ok) world.endWith(1)
          await writeJsonLine(world, told)
        }
      }
      const { company, server } = scan.optsWithGlobals<GlobalOptions>()
      await (pure ? tellAll(null) : world.withClient({ company, server }, tellAll))
    })
  withExamples(
    scan,
    'seriatim scan Z300GQ9K',
    "seriatim scan ']d2010950600013435210ABC{GS}21A1' --pure",
    'ls photos/*.jpg | seriatim scan',
  )
}

/** Whether a line names a picture. */
const isPictureName = (text: string): boolean =>
  /\.(png|jpe?g|webp|gif|bmp|tiff?|heic|avif)$/i.test(text) && !/[\p{Cc}]|:\/\//u.test(text)

interface Failed {
  readonly type: string
  readonly detail: string
}

const failed = (input: string, type: string, detail: string) => ({
  input: visibleText(input),
  ok: false,
  error: { type, detail } satisfies Failed as Failed | null,
})

async function tellLine({ text, isCut }: InputLine, client: Client | null) {
  if (isCut || text.length > scanLengthMax) {
    const detail = `The line is longer than ${scanLengthMax} characters. Give one code a line.`
    return failed(text, 'input_invalid', detail)
  }
  if (text.trim() === '') return failed(text, 'input_invalid', 'The line is empty.')
  return isPictureName(text)
    ? tellPicture(text, client)
    : { input: text, ...(await tellCode(text, client)) }
}

/** What a code means, to the company where there is one. */
async function tellCode(code: string, client: Client | null) {
  try {
    const told = client === null ? tellPure(code) : await client.call(resolveScan, { code })
    return { ok: told.problem === null, ...told, error: null as Failed | null }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { type, detail } = error.problem
    return { ok: false, error: { type, detail } satisfies Failed as Failed | null }
  }
}

function tellPure(given: string) {
  const { code, symbology, problem, meanings } = readScan(given)
  const candidates = meanings.map(({ numbers: _, ...meaning }) => meaning)
  return { code, symbology, problem, candidates }
}

let decoder: Promise<Decode> | undefined

/** The decoder with its WebAssembly from the package; loaded when the first picture comes. */
async function loadDecoder(): Promise<Decode> {
  const { prepareZxing } = await import('../../scan/zxing.ts')
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  return prepareZxing({ bytes: new Uint8Array(await readFile(path)).buffer })
}

async function tellPicture(path: string, client: Client | null) {
  let symbols: ReadSymbol[]
  try {
    const { readPictureFile } = await import('../picture-file.ts')
    const picture = await readPictureFile(path)
    symbols = await readPicture(picture, await (decoder ??= loadDecoder()))
  } catch (error) {
    return failed(path, 'picture_invalid', (error as Error).message)
  }
  const reads = []
  for (const { format, text, identifier, pass, scan } of symbols) {
    reads.push({ format, text, identifier, pass, ...(await tellCode(scan, client)) })
  }
  if (reads.length === 0) {
    const detail = 'No code could be read. Take the picture closer, sharper, with more light.'
    return failed(path, 'nothing_read', detail)
  }
  return { input: path, ok: reads.every(({ ok }) => ok), reads, error: null }
}
