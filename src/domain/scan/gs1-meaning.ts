import { describeAi, writeDigitalLink, type Gs1Element } from '../../gs1/index.ts'
import { listOf, type Said } from '../../i18n/clause.ts'
import { fact, type Fact } from '../fact.ts'
import { gtinSpellings, prefixMeaning } from './gtin-meaning.ts'
import { meaning, type Gs1Names, type Meaning } from './meaning.ts'
import { say } from './say.ts'

/** Identifiers of assets: their values name one thing. */
const assetAis = ['8004', '8003', '253', '8018', '8017', '8010', '255']

function namesOf(elements: readonly Gs1Element[]): Gs1Names {
  const valueOf = (...ais: readonly string[]) => elements.find(({ ai }) => ais.includes(ai))?.value
  return {
    elements,
    gtin: valueOf('01', '02') ?? valueOf('8006')?.slice(0, 14),
    serial: valueOf('21', '250', '235'),
    lot: valueOf('10'),
    sscc: valueOf('00'),
    gln: valueOf('414', '410', '417', '412', '415'),
    asset: valueOf(...assetAis),
    order: valueOf('400'),
  }
}

const factsOf = (elements: readonly Gs1Element[]): Fact[] =>
  elements.map(({ ai, value }) => fact(describeAi(ai)?.title ?? `(${ai})`, value))

function titleOf({ gtin, serial, lot, sscc, gln, asset, elements }: Gs1Names): Said {
  if (sscc !== undefined) return say('title.sscc', { sscc })
  if (gtin !== undefined && serial !== undefined) return say('title.gtinSerial', { gtin, serial })
  if (gtin !== undefined && lot !== undefined) return say('title.gtinLot', { gtin, lot })
  if (gtin !== undefined) return say('title.gtin', { gtin })
  if (asset !== undefined) return say('title.asset', { asset })
  if (gln !== undefined) return say('title.gln', { gln })
  const [first] = elements
  return first === undefined
    ? say('title.gs1')
    : `${describeAi(first.ai)?.title ?? first.ai} ${first.value}`
}

/** What GS1 elements mean, and by which numbers what they name can be found. */
export function gs1Meaning(
  elements: readonly Gs1Element[],
  { why, confidence, more = [] }: { why: Said; confidence: number; more?: readonly string[] },
): Meaning {
  const names = namesOf(elements)
  const link = writeDigitalLink(elements)
  const { gtin, serial, sscc, gln, asset } = names
  const isItemAlone = gtin !== undefined && serial === undefined
  const numbers = [
    ...(serial === undefined ? [] : [serial]),
    ...(sscc === undefined ? [] : [sscc]),
    ...(asset === undefined ? [] : [asset]),
    ...(gln === undefined ? [] : [gln]),
    ...(isItemAlone ? gtinSpellings(gtin) : []),
    ...(link.ok ? [link.value] : []),
    ...more,
  ]
  const prefix = gtin === undefined ? null : prefixMeaning(gtin)
  return meaning({
    kind: 'gs1',
    title:
      prefix === null
        ? titleOf(names)
        : say('title.restricted', { restriction: prefix.title, title: titleOf(names) }),
    why: prefix === null ? why : listOf('sentence', [why, prefix.why]),
    confidence: prefix?.isGlobal === false ? confidence * 0.8 : confidence,
    facts: factsOf(elements),
    numbers: [...new Set(numbers)],
    gs1: names,
  })
}
