import type { Said } from '../../i18n/clause.ts'
import { inEnglish } from '../../i18n/english.ts'
import type { ScanOffer } from '../../contract/scan.ts'
import type { Gs1Names, Meaning } from '../../domain/scan/meaning.ts'
import { say, typeName } from '../../domain/scan/say.ts'
import type { Status } from '../../domain/status.ts'

const offer = (
  action: ScanOffer['action'],
  title: Said,
  command: ScanOffer['command'] = null,
  needs: readonly string[] = [],
): ScanOffer => ({ action, title: inEnglish(title), said: title, command, needs: [...needs] })

const arriving: readonly Status[] = ['expected', 'in_transit', 'delivered', 'returned']

/** What can be done with a unit that is known. */
export function unitOffers(id: number, status: Status, name: Said): ScanOffer[] {
  const show = offer('show', say('offer.show', { name }))
  const command = { kind: 'receive', input: { units: [id] } }
  return arriving.includes(status)
    ? [offer('receive', say('offer.receive', { name }), command, ['location']), show]
    : [show]
}

/** Further numbers that the scan says of a new unit. */
function identifiersOf(meaning: Meaning | undefined): { type: string; value: string }[] {
  if (meaning?.kind !== 'identifier' || meaning.type === null) return []
  const [value] = meaning.numbers
  return value === undefined ? [] : [{ type: meaning.type, value }]
}

/** A unit that does not exist yet, of an item that is known: it can be received or made. */
export function newUnitOffers(
  item: { readonly id: number; readonly code: string },
  serial: string,
  names?: Gs1Names,
): ScanOffer[] {
  const entry = { serial, ...(names?.lot !== undefined && { lot: names.lot }) }
  const input = { item: item.code, entries: [entry] }
  const named = { serial, item: item.code }
  return [
    offer('receive', say('offer.receiveNew', named), { kind: 'receive', input }, ['location']),
    offer('commission', say('offer.commission', named), { kind: 'commission', input }),
  ]
}

/** A number that nobody knows: a maker's serial, an identifier of something, or a new unit's. */
export function unknownNumberOffers(scanned: string, meaning?: Meaning): ScanOffer[] {
  const told = identifiersOf(meaning)
  const identifiers = told.length > 0 ? told : [{ type: 'maker_serial', value: scanned }]
  const { type, value: number } = identifiers[0]!
  const entries = [{ serial: number, ...(told.length > 0 && { identifiers }) }]
  return [
    offer('find', say('offer.find', { number })),
    offer(
      'identify',
      say('offer.identify', { number, type: typeName(type) }),
      {
        kind: 'identify',
        input: { identifiers },
      },
      ['unit'],
    ),
    offer(
      'receive',
      say('offer.receiveUnknown', { number }),
      { kind: 'receive', input: { entries } },
      ['item', 'location'],
    ),
  ]
}

/** A GTIN of which the company has no item. */
export function unknownItemOffers(gtin: string): ScanOffer[] {
  const command = { kind: 'create_item', input: { gtin } }
  return [
    offer('create_item', say('offer.createItem', { gtin }), command, ['code']),
    offer('find', say('offer.find', { number: gtin })),
  ]
}

export const showOffer = (kind: string, code: string): ScanOffer =>
  offer('show', say('offer.showSubject', { kind, code }))

export const runOffer = (title: Said): ScanOffer => offer('run', title)
export const operatorOffer: ScanOffer = offer('switch_operator', say('offer.operator'))
export const linkOffer: ScanOffer = offer('open_link', say('offer.link'))
export const againOffer: ScanOffer = offer('scan_again', say('offer.again'))
