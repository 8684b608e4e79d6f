import type { Source } from './draw-json.ts'

/** Where what a property names is found, if not under its own name. */
const kin: Readonly<Partial<Record<string, readonly string[]>>> = {
  unit: ['serial', 'id'],
  units: ['serial', 'id'],
  container: ['serial', 'id'],
  scan: ['serial', 'code'],
  location: ['code'],
  to: ['code'],
  parent: ['code'],
  item: ['code'],
  order: ['code'],
  lot: ['code'],
  party: ['code'],
  words: ['code', 'name'],
  job: ['id'],
  person: ['id'],
  token: ['id'],
  station: ['id'],
  session: ['id'],
  event: ['event', 'id'],
  run: ['run', 'id'],
  lease: ['lease', 'id'],
  printer: ['name'],
  template: ['name', 'template'],
  at: ['time'],
}

/** Values of earlier answers, by the names of the properties that they stood under. */
export function rememberValues(): Pick<Source, 'known'> & { add(value: unknown): void } {
  const seen = new Map<string, unknown[]>([
    ['code', ['HQ', 'A-1', 'LAMP', 'ACME', 'PO-1', 'L1', 'colour']],
    ['serial', ['LAMP-001', 'LAMP-002', 'LAMP-003']],
    ['query', ['', 'LAMP', 'status:in_stock group:model', 'colour:red sort:serial']],
    ['host', ['127.0.0.1']],
  ])
  const keep = (name: string, value: unknown) => {
    const list = seen.get(name) ?? []
    if (list.length > 50 || list.includes(value)) return
    seen.set(name, [...list, value])
  }
  const add = (value: unknown, name = ''): void => {
    if (Array.isArray(value)) for (const one of value.slice(0, 10)) add(one, name)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) add(part, key)
    } else if (name !== 'svg') keep(name, value)
  }
  const known = (name: string) => (kin[name] ?? [name]).flatMap((one) => seen.get(one) ?? [])
  return { add, known }
}
