/**
 * Alphabetic short names in links. GS1 Digital Link 1.0 and 1.1 had them beside the numbers, later
 * editions dropped them: read on request, never written.
 */

const shortNames: Readonly<Record<string, string>> = {
  cpid: '8010',
  cpsn: '8011',
  cpv: '22',
  exp: '17',
  gcn: '255',
  gdti: '253',
  giai: '8004',
  ginc: '401',
  gln: '414',
  glnx: '254',
  gmn: '8013',
  grai: '8003',
  gsin: '402',
  gsrn: '8018',
  gsrnp: '8017',
  gtin: '01',
  itip: '8006',
  lot: '10',
  party: '417',
  refno: '8020',
  ser: '21',
  srin: '8019',
  sscc: '00',
  // Not in any edition, but in use: the name of the EPC scheme.
  cpi: '8010',
}

/** The identifier for a short name, or undefined. */
export function aiOfShortName(name: string): string | undefined {
  return Object.hasOwn(shortNames, name) ? shortNames[name] : undefined
}

/**
 * Replaces short names in the path and in the query of a link by numbers. Nothing else of the link
 * is read, checked or changed.
 *
 * @example
 * expandShortNames('https://example.com/gtin/09506000134352?lot=A1')
 * // 'https://example.com/01/09506000134352?10=A1'
 */
export function expandShortNames(uri: string): string {
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(uri) ?? []
  return `${expandPath(path)}${expandQuery(query)}${fragment}`
}

function expandPath(path: string): string {
  const segments = path.split('/')
  const first = segments.findIndex((segment) => aiOfShortName(segment) !== undefined)
  const numeric = segments.findIndex((segment, index) => index > 2 && /^\d{2,4}$/.test(segment))
  const start = [first, numeric].filter((index) => index > 0)
  if (first < 0 || start.length === 0) return path
  // From the key on, names and values alternate.
  for (let index = Math.min(...start); index < segments.length; index += 2) {
    segments[index] = aiOfShortName(segments[index]!) ?? segments[index]!
  }
  return segments.join('/')
}

function expandQuery(query: string): string {
  return query.replaceAll(/([?&;])([a-z]+)=/g, (whole, delimiter: string, name: string) => {
    const ai = aiOfShortName(name)
    return ai === undefined ? whole : `${delimiter}${ai}=`
  })
}
