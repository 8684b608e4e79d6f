import type { ScanOffer } from '../../contract/scan.ts'
import type { Gs1Names, Meaning } from '../../domain/scan/meaning.ts'
import type { Status } from '../../domain/status.ts'

/** Types of identifiers as people write them. */
export const typeName = (type: string): string =>
  /^(imei|mac|epc|rfid|sscc|vin|iccid|uuid|isbn|issn|iuid)$/.test(type)
    ? type.toUpperCase()
    : type.replaceAll('_', ' ').replace('maker serial', 'maker’s serial')

const offer = (
  action: ScanOffer['action'],
  title: string,
  command: ScanOffer['command'] = null,
  needs: readonly string[] = [],
): ScanOffer => ({ action, title, command, needs: [...needs] })

const arriving: readonly Status[] = ['expected', 'in_transit', 'delivered', 'returned']

/** What can be done with a unit that is known. */
export function unitOffers(id: number, status: Status, name: string): ScanOffer[] {
  const show = offer('show', `Show ${name}`)
  const command = { kind: 'receive', input: { units: [id] } }
  return arriving.includes(status)
    ? [offer('receive', `Receive ${name}`, command, ['location']), show]
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
  return [
    offer('receive', `Receive ${serial} of ${item.code}`, { kind: 'receive', input }, ['location']),
    offer('commission', `Make ${serial} of ${item.code}`, { kind: 'commission', input }),
  ]
}

/** A number that nobody knows: a maker's serial, an identifier of something, or a new unit's. */
export function unknownNumberOffers(number: string, meaning?: Meaning): ScanOffer[] {
  const told = identifiersOf(meaning)
  const identifiers = told.length > 0 ? told : [{ type: 'maker_serial', value: number }]
  const name = typeName(identifiers[0]!.type)
  const value = identifiers[0]!.value
  const entries = [{ serial: value, ...(told.length > 0 && { identifiers }) }]
  return [
    offer('find', `Search for ${value}`),
    offer(
      'identify',
      `Add ${value} to a unit as its ${name}`,
      {
        kind: 'identify',
        input: { identifiers },
      },
      ['unit'],
    ),
    offer('receive', `Receive a new unit ${value}`, { kind: 'receive', input: { entries } }, [
      'item',
      'location',
    ]),
  ]
}

/** A GTIN of which the company has no item. */
export function unknownItemOffers(gtin: string): ScanOffer[] {
  const command = { kind: 'create_item', input: { gtin } }
  return [
    offer('create_item', `Create the item with GTIN ${gtin}`, command, ['code']),
    offer('find', `Search for ${gtin}`),
  ]
}

export const showOffer = (kind: string, code: string): ScanOffer =>
  offer('show', `Show the ${kind} ${code}`)

export const runOffer = (title: string): ScanOffer => offer('run', title)
export const operatorOffer: ScanOffer = offer('switch_operator', 'Work as this person')
export const linkOffer: ScanOffer = offer('open_link', 'Open the link')
export const againOffer: ScanOffer = offer('scan_again', 'Scan it once more')
