import type { Said } from '../../i18n/clause.ts'
import scan from '../../i18n/en/scan.json' with { type: 'json' }
import { sayFrom } from '../../i18n/english.ts'
import { identifierTypes } from '../identifier.ts'

/** Says the texts of scans. */
export const say = /* @__PURE__ */ sayFrom('scan', scan)

/** Names of things in the texts of scans, as their keys. */
export type FactName = keyof typeof scan.fact

const isKnown = (type: string): boolean => identifierTypes.some((one) => one === type)
const isOther = (type: string): type is keyof typeof scan.type => Object.hasOwn(scan.type, type)

/** What a type of identifier is called within a sentence. */
export function typeName(type: string): Said {
  if (isKnown(type)) return say('type.known', { type })
  return isOther(type) ? say(`type.${type}`) : type.replaceAll('_', ' ')
}
