import { codeWords } from './code-128-words.ts'
import type { PlacedSymbol } from './drawing.ts'
import { isAscii } from './symbol.ts'

/**
 * Codes as ZPL II commands, so that the printer draws them in its own dots. Data go out in
 * hexadecimal (`^FH`) wherever a character could mean something to the printer: a serial can never
 * be a command.
 */

const orientations = { 0: 'N', 90: 'R', 180: 'I', 270: 'B' } as const

/** The commands of a symbol; null where the printer cannot be told to draw this very symbol. */
export function barcodeZpl(placed: PlacedSymbol): string | null {
  const { request, symbol, module, turn, area } = placed
  const orientation = orientations[turn]
  const isSide = turn === 90 || turn === 270
  const height = isSide ? area.width : area.height
  const origin = `^FO${area.x},${area.y}`
  switch (request.symbology) {
    case 'gs1_datamatrix':
    case 'datamatrix': {
      if (symbol.kind !== 'matrix' || !isAscii(request.message)) return null
      const size = `${symbol.columns},${symbol.rows}`
      const message = request.fnc1
        ? request.message.replaceAll('_', '__').replaceAll('^', '_1')
        : request.message.replaceAll('_', '__')
      const shape = symbol.columns === symbol.rows ? 1 : 2
      return `${origin}^BX${orientation},${module},200,${size},,_,${shape}${field(message)}`
    }
    case 'qr_link':
    case 'qr': {
      // Printers turn no QR symbol, add a margin of ten dots, and magnify up to ten times.
      if (turn !== 0 || module > 10 || !isAscii(request.message)) return null
      const data = `${request.correction}A,${request.message}`
      return `^FO${area.x},${area.y - qrOffset}^BQN,2,${module}${field(data)}`
    }
    case 'gs1_128':
    case 'code_128': {
      const data = symbol.kind === 'linear' ? code128Data(symbol.widths) : null
      if (data === null) return null
      return `^BY${module}${origin}^BC${orientation},${height},N,N,N,N${field(data)}`
    }
    case 'ean_13':
      return `^BY${module}${origin}^BE${orientation},${height},N,N${field(request.message)}`
    case 'upc_a':
      // The same bars as an EAN-13 that begins with 0.
      return `^BY${module}${origin}^BE${orientation},${height},N,N${field(`0${request.message}`)}`
    case 'ean_8':
    case 'itf_14':
      // Sent as boxes: no printer draws the bearer bars, and not every one the short symbol.
      return null
  }
}

/** Printers draw a QR symbol so many dots below where they were told. */
const qrOffset = 10

/** Field data in hexadecimal wherever they are not letters and digits. */
function field(data: string): string {
  const escaped = [...data].map((character) =>
    /[A-Za-z0-9 ,./:;>()-]/.test(character) ? character : hex(character),
  )
  return `^FH\\^FD${escaped.join('')}^FS`
}

const hex = (character: string): string =>
  [...new TextEncoder().encode(character)]
    .map((byte) => `\\${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')

const startA = 103
const startC = 105
const functionOne = 102
const toCode = { C: 99, B: 100, A: 101 }

/**
 * The code words of a Code 128 symbol as field data that name every change of the code set, so
 * that the printer makes the same symbol; null for the set of control characters.
 */
function code128Data(widths: readonly number[]): string | null {
  const words = codeWords(widths)?.slice(0, -1)
  const [start, ...rest] = words ?? []
  if (start === undefined || start === startA) return null
  let set: 'B' | 'C' = start === startC ? 'C' : 'B'
  let data = set === 'C' ? '>;' : '>:'
  for (const word of rest) {
    if (word === functionOne) data += '>8'
    else if (set === 'C' && word < 100) data += String(word).padStart(2, '0')
    else if (set === 'C' && word === toCode.B) {
      set = 'B'
      data += '>6'
    } else if (set === 'B' && word === toCode.C) {
      set = 'C'
      data += '>5'
    } else if (set === 'B' && word < 95) data += letterOf(word)
    else return null
  }
  return data
}

/** Letters of set B that are written by an invocation in field data. */
const invocations: Readonly<Record<string, string>> = { '>': '>0', '^': '><', '~': '>=' }

function letterOf(word: number): string {
  const letter = String.fromCharCode(word + 32)
  return invocations[letter] ?? letter
}
