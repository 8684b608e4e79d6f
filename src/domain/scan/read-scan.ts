import { expandUpcE, explainCode, isLink, normaliseGtin, readSpellings } from '../../gs1/index.ts'
import type { Explanation } from '../../gs1/index.ts'
import type { Catalogue } from '../../i18n/catalogue.ts'
import { fact } from '../fact.ts'
import { readOwnCode } from './command-code.ts'
import { envelopeMeaning, fieldMeaning } from './data-identifiers.ts'
import { gs1Meaning } from './gs1-meaning.ts'
import { meaning, type Meaning, type ScanReading } from './meaning.ts'
import { readNumberKinds } from './number-kinds.ts'
import { say } from './say.ts'

/** Symbologies by the AIM identifier (ISO/IEC 15424) without its modifier. */
const symbologies: Readonly<Record<string, string>> = {
  A: 'Code 39',
  C: 'Code 128',
  E: 'EAN/UPC',
  F: 'Codabar',
  G: 'Code 93',
  I: 'Interleaved 2 of 5',
  J: 'DotCode',
  L: 'PDF417',
  M: 'MSI',
  Q: 'QR Code',
  U: 'MaxiCode',
  d: 'Data Matrix',
  e: 'GS1 DataBar',
  z: 'Aztec Code',
}

/** What a scanner sent, apart: the symbology by its AIM identifier, and the data. */
function splitIdentifier(text: string): { identifier: string | null; data: string } {
  const identifier = /^\]([A-Za-z])[0-9A-Za-z]/.exec(text)
  if (identifier === null || !Object.hasOwn(symbologies, identifier[1]!)) {
    return { identifier: null, data: text }
  }
  return { identifier: identifier[0], data: text.slice(3) }
}

/** Links of earlier editions are still on things. */
const tolerant = { allowShortNames: true, allowZeroSuppressedGtin: true, allowItf14: true } as const

const whys: Readonly<
  Partial<
    Record<Explanation['kind'], readonly [why: keyof Catalogue['scan']['why'], confidence: number]>
  >
> = {
  'digital link': ['digitalLink', 0.97],
  'EPC tag': ['epcTag', 0.95],
  'EPC URI': ['epcUri', 0.97],
  'element string': ['elementString', 0.95],
  'scan data': ['scanData', 0.97],
  GTIN: ['gtin', 0.85],
  GSIN: ['gsin', 0.5],
  SSCC: ['sscc', 0.85],
}

function gs1MeaningOf(explained: Explanation): Meaning | null {
  if (!explained.ok) return null
  const { kind, elements, fields, forms } = explained
  if (fields.length > 0) return envelopeMeaning(fields)
  const [reason, confidence] = whys[kind] ?? ['gs1', 0.9]
  const why = say(`why.${reason}`)
  const more = [forms.epcUri, forms.epcHex].filter((form) => form !== null)
  if (elements.length > 0) return gs1Meaning(elements, { why, confidence, more })
  if (kind !== 'EPC URI' && kind !== 'EPC tag') return null
  const title = say('title.epc', { uri: forms.epcUri ?? '' })
  return meaning({ kind: 'identifier', type: 'epc', title, why, confidence, numbers: more })
}

/** Eight digits with 0 or 1 in front can be a UPC-A with its zeros left out. */
function readUpcE(data: string): Meaning | null {
  const expanded = expandUpcE(data)
  if (!expanded.ok) return null
  const gtin = normaliseGtin(expanded.value)
  if (!gtin.ok) return null
  const why = say('why.upcE', { number: expanded.value })
  return gs1Meaning([{ ai: '01', value: gtin.value.gtin14 }], { why, confidence: 0.6 })
}

/** A retail symbol with an add-on of two or five digits, as periodicals have it. */
function readAddOn(data: string): Meaning | null {
  const [, digits, addOn] = /^(\d{13}|\d{12})[ +]?(\d{5}|\d{2})$/.exec(data) ?? []
  const gtin = digits === undefined ? null : normaliseGtin(digits)
  if (gtin?.ok !== true || addOn === undefined) return null
  const why = say('why.addOn', { addOn })
  const read = gs1Meaning([{ ai: '01', value: gtin.value.gtin14 }], { why, confidence: 0.7 })
  return { ...read, facts: [...read.facts, fact(say('fact.addOn'), addOn)] }
}

/** What stands between the slashes of a link. */
const hostOf = (link: string): string => /^\w+:\/\/([^/?#]*)/.exec(link)?.[1] ?? ''

function plainMeaning(data: string, symbology: string | null): Meaning {
  if (isLink(data)) {
    return meaning({
      kind: 'link',
      title: say('title.link', { host: hostOf(data) }),
      why: say('why.link'),
      confidence: 0.5,
      numbers: [data],
    })
  }
  return meaning({
    kind: 'text',
    title: data,
    why: symbology === null ? say('why.text') : say('why.symbolText', { symbology }),
    confidence: 0.2,
  })
}

const byConfidence = (a: Meaning, b: Meaning): number => b.confidence - a.confidence

const MESSAGE_HEADER = '[)>\u001e'
const MESSAGE_END = '\u001e\u0004'

/**
 * The code as it was meant. People copy a label's text with the blanks beside its brackets; of an
 * ISO/IEC 15434 message keyboards swallow RS and EOT, and some makers print none.
 */
function mended(code: string): string {
  if (code.startsWith('(')) return code.replaceAll(/ *(\(\d{2,4}\)) */g, '$1')
  const message = code.replace(/^>?\[\)>\u001e?(?=(?:05|06|12)\u001d)/, MESSAGE_HEADER)
  if (!message.startsWith(MESSAGE_HEADER)) return code
  return message.replace(/[\u001e\u0004]*$/, MESSAGE_END)
}

/** Ends that scanners add, and the marks that files begin with. */
const trimmed = (given: string): string => given.replace(/^\uFEFF/, '').replace(/[\r\n\t]+$/, '')

/**
 * Says what a code can mean by itself: GS1 data in any carrier, links, retail numbers, identifiers
 * of other organisations, command barcodes and badges. It never fails: what is nothing else is
 * text. A linear code can be misread silently, so what begins like GS1 data but breaks its rules is
 * a problem, not a meaning.
 */
export function readScan(given: string): ScanReading {
  const { identifier, data: sent } = splitIdentifier(readSpellings(trimmed(given)).text)
  const data = mended(sent)
  const code = (identifier ?? '') + data
  const symbology = identifier === null ? null : symbologies[identifier[1]!]!
  const base = { code, data, symbology }
  const own = readOwnCode(data)
  if (own !== null) return { ...base, problem: null, meanings: [own] }
  const isGs1Carrier = identifier !== null && /^\](?:C1|d2|Q3|e0|J1|E0|E4|I1)$/.test(identifier)
  const explained = explainCode(isGs1Carrier ? code : data, tolerant)
  const meanings = [
    gs1MeaningOf(explained),
    readUpcE(data),
    readAddOn(data),
    ...readNumberKinds(data),
    fieldMeaning(data),
    plainMeaning(data, symbology),
  ].filter((one) => one !== null)
  const { error } = explained
  const isNoProblem = error === null || error.code === 'NOT_GS1_DATA' || isPlainLink(error.code)
  // Digits whose check digit does not fit are usually some other number.
  const isOtherNumber =
    error !== null && ['GTIN', 'GSIN', 'SSCC'].includes(explained.kind) && !isGs1Carrier
  return {
    ...base,
    problem:
      isNoProblem || isOtherNumber
        ? null
        : { code: error.code, position: error.position, message: error.message, said: error.said },
    meanings: meanings.toSorted(byConfidence),
  }
}

const isPlainLink = (code: string): boolean => code === 'NO_GS1_DL_KEYS_FOUND_IN_PATH_INFO'
