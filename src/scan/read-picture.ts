import { parseScan, validateCheckDigit } from '../gs1/index.ts'
import {
  cropped,
  denoised,
  inverted,
  rgbaOf,
  rotated,
  scaled,
  sharpened,
  stretched,
  type GreyPicture,
} from './pixels.ts'

/** A symbol as a decoder reports it. */
export interface FoundSymbol {
  /** `DataMatrix`, `EAN13` … as the decoder calls it. */
  readonly format: string
  readonly text: string
  /** AIM symbology identifier, `]d2`. */
  readonly identifier: string
  /** How many lines of a linear symbol agreed; 0 for others. */
  readonly lines: number
  readonly corners: readonly { readonly x: number; readonly y: number }[]
}

export interface DecodeOptions {
  /** Turned, inverted and at several sizes; takes three times as long. */
  readonly thorough: boolean
  /** One threshold between dark and light for the whole picture, in place of one for each part. */
  readonly oneThreshold?: boolean
}

/** Something that finds symbols in a picture: zxing, or the browser's own detector. */
export type Decode = (
  rgba: Uint8ClampedArray<ArrayBuffer>,
  width: number,
  height: number,
  how: DecodeOptions,
) => Promise<FoundSymbol[]>

/** A symbol that was read and is believed. */
export interface ReadSymbol extends FoundSymbol {
  /** What was done with the picture before it could be read: `as it is`, `turned by 22°` … */
  readonly pass: string
  /** With the identifier in front, as a scanner sends it. */
  readonly scan: string
}

interface Pass {
  readonly name: string
  readonly prepare: (picture: GreyPicture) => GreyPicture
  readonly oneThreshold?: boolean
}

const middle = { left: 0.2, top: 0.2, width: 0.6, height: 0.6 }
/** Small pictures are enlarged by this much at most. */
const smallMax = 1200

const enlarged = (picture: GreyPicture): GreyPicture =>
  Math.max(picture.width, picture.height) <= smallMax ? scaled(picture, 2) : picture

const halved = (picture: GreyPicture): GreyPicture => scaled(picture, 0.5)

/** Second looks, those that help most often first. */
const passes: readonly Pass[] = [
  { name: 'sharpened', prepare: (picture) => sharpened(picture) },
  { name: 'enlarged', prepare: enlarged },
  { name: 'turned by 22°', prepare: (picture) => rotated(picture, 22) },
  { name: 'turned by -22°', prepare: (picture) => rotated(picture, -22) },
  { name: 'enlarged and sharpened', prepare: (picture) => sharpened(enlarged(picture), 3) },
  { name: 'half the size', prepare: halved },
  { name: 'turned by 45°', prepare: (picture) => rotated(picture, 45) },
  { name: 'inverted', prepare: inverted },
  { name: 'without noise', prepare: denoised },
  { name: 'with more contrast', prepare: stretched },
  { name: 'half the size, with one threshold', prepare: halved, oneThreshold: true },
  { name: 'turned by -10°', prepare: (picture) => rotated(picture, -10) },
  { name: 'the middle, enlarged', prepare: (picture) => enlarged(cropped(picture, middle)) },
]

const passCount = passes.length

/** Symbols that correct errors themselves: what was read is right. */
const correcting = /^(DataMatrix|QR|MicroQR|RMQR|Aztec|PDF417|MicroPDF|MaxiCode|DotCode)/i

/**
 * Whether a read may be believed. Linear symbols are misread silently, so a retail number needs its
 * check digit and GS1 data all its rules.
 */
export function isCredible({ format, text, identifier }: FoundSymbol): boolean {
  if (text === '' || text.includes('\0')) return false
  if (/^\](?:C1|e0)$/.test(identifier)) return parseScan(identifier + text).ok
  if (/^\]E[04]$/.test(identifier)) return validateCheckDigit(text.slice(0, 13)).ok
  if (correcting.test(format)) return true
  return text.length >= 3
}

/** Whether a read by a second look of a linear symbol is sure: several lines of it agreed. */
const isSure = ({ format, lines }: FoundSymbol): boolean => correcting.test(format) || lines >= 3

const keyOf = ({ format, text }: FoundSymbol): string => `${format}\n${text}`

/** Looks at a picture once: as it is, or in one of the other ways, which go round. */
export async function lookAt(
  picture: GreyPicture,
  decode: Decode,
  pass: number | null,
): Promise<ReadSymbol[]> {
  const way = pass === null ? undefined : passes[pass % passCount]!
  const prepared = way === undefined ? picture : way.prepare(picture)
  const { width, height } = prepared
  const oneThreshold = way?.oneThreshold === true
  const how = { thorough: true, oneThreshold }
  const found = await decode(rgbaOf(prepared), width, height, how)
  const name = way?.name ?? 'as it is'
  return unique(found.filter(isCredible)).map((symbol) => ({
    ...symbol,
    pass: name,
    scan: symbol.identifier + symbol.text,
  }))
}

/** Reads symbols in a picture: as it is, then, when there was none, in the ways that help. */
export async function readPicture(picture: GreyPicture, decode: Decode): Promise<ReadSymbol[]> {
  const first = await lookAt(picture, decode, null)
  if (first.length > 0) return first
  const doubtful = new Set<string>()
  for (let pass = 0; pass < passCount; pass += 1) {
    const found = await lookAt(picture, decode, pass)
    // A linear symbol that only a second look finds must be found so twice, or by many lines.
    const sure = found.filter((symbol) => isSure(symbol) || doubtful.has(keyOf(symbol)))
    if (sure.length > 0) return sure
    for (const symbol of found) doubtful.add(keyOf(symbol))
  }
  return []
}

function unique(symbols: readonly FoundSymbol[]): FoundSymbol[] {
  return [...new Map(symbols.map((symbol) => [keyOf(symbol), symbol])).values()]
}
