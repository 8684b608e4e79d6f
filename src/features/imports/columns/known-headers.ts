import type { Field } from './field.ts'

/**
 * A header as it is compared: small letters without accents, words apart, no punctuation.
 * `*Serial No.` is `serial no`, and `lotBatch` is `lot batch`.
 */
export function headerWords(header: string): string {
  return header
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
}

/** Columns that name the model of a thing: its item, where nothing else does. */
export const modelWords = [
  'model',
  'model number',
  'model no',
  'model name',
  'device model',
  'modell',
]

/** Words for a code of any kind: that of the item, where no other column names it. */
export const referenceWords = ['reference', 'ref', 'referencia', 'referenz', 'code', 'codigo']

type Words = readonly (readonly [field: Field, phrases: string])[]

// Phrases are separated by commas, in the form of `headerWords`.
const itemWords: Words = [
  [
    'sku',
    'sku, item sku, part sku, item code, item number, item no, item id, product code, product number, product no, product id, product sku, article number, article no, part number, part no, part #, pn, p n, stock code, stock keeping unit, material number, internal reference, ipn, default code, variant sku, artikelnummer, artikelnr, materialnummer, sachnummer, reference article, code article, referencia, codigo de producto, codice articolo, articulo, articolo, artikelcode',
  ],
  [
    'name',
    'item name, product name, article name, part name, material name, device name, name, item, product, part, article, title, brand name, product title, artikel, artikelname, bezeichnung, produkt, produit, producto, prodotto, designation, libelle',
  ],
  [
    'gtin',
    'gtin, gtin 14, gtin 13, ean, ean 13, ean13, upc, upc a, barcode, bar code, product barcode, variant barcode, di, primary di, device identifier, udi di',
  ],
  [
    'description',
    'description, item description, product description, details, long description, body html, device description, beschreibung, descripcion, descrizione, omschrijving, descricao',
  ],
  [
    'category',
    'category, item category, product category, item group, product group, product type, family, product family, type, class, kategorie, warengruppe, categorie, categoria',
  ],
  [
    'maker',
    'maker, manufacturer, manufacturer name, mfr, mfg, make, brand, company name, hersteller, fabricant, fabricante, produttore, marke, marque, marca, merk',
  ],
  [
    'supplier',
    'supplier, supplier name, vendor, vendor name, distributor, purchased from, lieferant, fournisseur, proveedor, fornitore',
  ],
  [
    'measure',
    'unit of measure, uom, stock uom, base unit, units, unit, einheit, mengeneinheit, unite, unidad',
  ],
]

const unitWords: Words = [
  [
    'serial',
    'serial, serial number, serial no, serial num, serial #, serial nr, serialno, serialnumber, sn, s n, ser no, ser nr, unit serial, device serial, seriennummer, serien nr, seriennr, numero de serie, no de serie, numero di serie, serienummer, matricola, num serie, n de serie',
  ],
  [
    'lot',
    'lot, lot number, lot no, lot #, batch, batch number, batch no, batch code, lot batch, charge, chargennummer, chargen nr, losnummer, lote, numero de lote, numero de lot, lotto, lotnummer, partij',
  ],
  [
    'expiry',
    'expiry, expiry date, expiration, expiration date, expires, expires on, exp date, use by, use by date, best before, best before date, shelf life expiration date, ablaufdatum, mhd, verfallsdatum, verfalldatum, haltbar bis, date d expiration, date de peremption, fecha de caducidad, fecha de vencimiento, data di scadenza, scadenza, validade, houdbaar tot',
  ],
  [
    'made',
    'made, made on, manufacturing date, manufacture date, manufactured on, date of manufacture, production date, mfg date, herstellungsdatum, produktionsdatum, date de fabrication, fecha de fabricacion, data di produzione',
  ],
  [
    'location',
    'location, location name, location code, stock location, warehouse, warehouse code, warehouse name, bin, bin location, bin code, storage location, shelf, place, site, default location, lagerort, lagerplatz, lager, standort, emplacement, entrepot, ubicacion, almacen, magazzino, ubicazione, localizacao, armazem, locatie, magazijn',
  ],
  [
    'status',
    'status, state, stock status, unit status, status label, condition status, zustand, statut, estado',
  ],
  [
    'quantity',
    'quantity, qty, on hand, quantity on hand, qty on hand, soh, stock on hand, counted quantity, on hand quantity, available, amount, stock, menge, bestand, anzahl, quantite, cantidad, quantita, quantidade, stuckzahl, aantal',
  ],
  [
    'received',
    'received, received at, received on, received date, date received, receipt date, first seen, purchase date, purchased, purchased on, acquired, in date, arrival date, goods receipt date, eingangsdatum, wareneingang, kaufdatum, date de reception, fecha de recepcion, eingang, eingang am, eingegangen am, erhalten am, zugangsdatum, date d entree, date d achat, fecha de entrada, fecha de compra, data di ricevimento, data di acquisto, ontvangen op, ontvangstdatum',
  ],
  [
    'last_seen',
    'last seen, last seen at, last seen on, last scan, last scanned, last audit, last audit date, last inventory, last checked, last count, stocktake date, zuletzt gesehen',
  ],
  [
    'failed',
    'failed, failed at, failed on, failure date, date of failure, failed date, defect date, broken on, ausfalldatum',
  ],
  [
    'order',
    'order, order number, order no, order id, order reference, purchase order, purchase order number, po, po number, po no, purchase order reference, bestellnummer, auftrag, auftragsnummer',
  ],
  ['note', 'note, notes, comment, comments, remark, remarks, memo, bemerkung, notiz, kommentar'],
  ['identifier:imei', 'imei, imei number, imei 1, imei1, meid'],
  ['identifier:mac', 'mac, mac address, mac addr, ethernet mac, wifi mac, wlan mac, macadresse'],
  [
    'identifier:asset_tag',
    'asset tag, asset number, asset no, asset id, asset tag id, asset, inventory number, inventory tag, inventarnummer',
  ],
  [
    'identifier:maker_serial',
    'manufacturer serial, manufacturer serial number, maker serial, oem serial, oem serial number, vendor serial, vendor serial number',
  ],
  ['identifier:epc', 'epc, epc code, epc uri'],
  ['identifier:rfid', 'rfid, rfid tag, tid, tag id'],
  ['identifier:vin', 'vin, vehicle identification number, chassis number, fahrgestellnummer'],
  ['identifier:sscc', 'sscc, pallet sscc, sscc 18'],
]

const locationWords: Words = [
  ['location', 'code, location code, location, location id, bin, bin code, barcode, id'],
  ['location_name', 'name, location name, title, description, bezeichnung'],
  ['location_parent', 'parent, parent location, parent code, inside, belongs to, warehouse, site'],
  ['location_kind', 'type, kind, location type, location kind, usage'],
  ['gln', 'gln, global location number'],
]

const partyWords: Words = [
  [
    'party_code',
    'code, supplier code, vendor code, customer code, partner code, account, account number, id, number',
  ],
  [
    'party_name',
    'name, company, company name, supplier name, vendor name, customer name, full name, firma',
  ],
  ['party_role', 'role, type, kind, partner type'],
]

const byPhrase = (words: Words): ReadonlyMap<string, Field> =>
  new Map(
    words.flatMap(([field, phrases]) => phrases.split(', ').map((one) => [one, field] as const)),
  )

const goods = byPhrase([...itemWords, ...unitWords])

/** Field by header, for each kind of import. */
export const knownHeaders = {
  units: goods,
  items: goods,
  locations: byPhrase(locationWords),
  parties: byPhrase(partyWords),
} as const

/** Headers that tell what a file is about, when it has neither items nor serials. */
export const locationSigns =
  /^(?:parent|parent location|parent code|aisle|zone|bin|bin code|gln|location code|location type)$/
export const partySigns =
  /^(?:email|e mail|phone|vat|vat number|tax id|(?:supplier|vendor|customer|partner) code|website)$/
export const thingSigns = new Set<Field>(['serial', 'sku', 'gtin', 'lot', 'quantity'])
