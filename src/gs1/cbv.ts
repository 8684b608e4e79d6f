/**
 * Values of the EPCIS Core Business Vocabulary in their three spellings: bare (`shipping`), as a
 * URN (`urn:epcglobal:cbv:bizstep:shipping`) and as a web URI
 * (`https://ref.gs1.org/cbv/BizStep-shipping`).
 */

/** Fields of an event with a vocabulary of their own. */
export type CbvField =
  | 'bizStep'
  | 'bizTransaction'
  | 'destination'
  | 'disposition'
  | 'persistentDisposition'
  | 'reason'
  | 'source'

export type CbvSpelling = 'bare' | 'urn' | 'webUri'

interface Vocabulary {
  readonly urn: string
  readonly webUri: string
}

const URN = 'urn:epcglobal:cbv:'
const WEB_URI = 'https://ref.gs1.org/cbv/'
/** Prefix of the web URI in compact JSON-LD. */
const COMPACT = 'cbv:'

const bizStep = { urn: 'bizstep', webUri: 'BizStep' }
const disposition = { urn: 'disp', webUri: 'Disp' }
const bizTransaction = { urn: 'btt', webUri: 'BTT' }
const sourceDestination = { urn: 'sdt', webUri: 'SDT' }
const reason = { urn: 'er', webUri: 'ER' }

const vocabularies: readonly Vocabulary[] = [
  bizStep,
  disposition,
  bizTransaction,
  sourceDestination,
  reason,
]

const byField: Readonly<Record<CbvField, Vocabulary>> = {
  bizStep,
  bizTransaction,
  destination: sourceDestination,
  disposition,
  persistentDisposition: disposition,
  reason,
  source: sourceDestination,
}

interface CbvValue {
  readonly vocabulary: Vocabulary
  readonly name: string
}

function readUri(value: string): CbvValue | undefined {
  for (const vocabulary of vocabularies) {
    const urn = `${URN}${vocabulary.urn}:`
    if (value.startsWith(urn)) return { vocabulary, name: value.slice(urn.length) }
    for (const prefix of [WEB_URI, COMPACT]) {
      const webUri = `${prefix}${vocabulary.webUri}-`
      if (value.startsWith(webUri)) return { vocabulary, name: value.slice(webUri.length) }
    }
  }
  return undefined
}

/**
 * Spells a value of the Core Business Vocabulary in another way. Values of other vocabularies stay
 * as they are; so does a bare value when `field` does not say where it comes from.
 *
 * @example
 * spellCbv('shipping', 'urn', 'bizStep') // 'urn:epcglobal:cbv:bizstep:shipping'
 * spellCbv('urn:epcglobal:cbv:disp:in_transit', 'bare') // 'in_transit'
 * spellCbv('https://example.com/own', 'urn', 'bizStep') // 'https://example.com/own'
 */
export function spellCbv(value: string, spelling: CbvSpelling, field?: CbvField): string {
  const isBare = /^[a-z0-9_]+$/i.test(value)
  const found =
    isBare && field !== undefined ? { vocabulary: byField[field], name: value } : readUri(value)
  if (found === undefined) return value
  const { vocabulary, name } = found
  if (spelling === 'bare') return name
  return spelling === 'urn'
    ? `${URN}${vocabulary.urn}:${name}`
    : `${WEB_URI}${vocabulary.webUri}-${name}`
}
