import { randomBytes } from 'node:crypto'
import type { EventRecord, IdentifierRow } from '../domain/event.ts'
import { formatRuns, parseRuns } from '../domain/event.ts'
import { kindCode, kindName } from '../domain/event-kinds/kind-names.ts'
import { keyLength } from '../domain/schemes/scheme.ts'
import { codeOf, nameOf, stages, statuses, unitKinds } from '../domain/status.ts'
import type { Subject, SubjectData, SubjectKind } from '../domain/subject.ts'
import { linkRoles, type Link, type LinkKind } from '../domain/timeline.ts'
import { countHolds } from '../domain/unit-state.ts'
import type { Fence, KnownUnit } from '../domain/working-set.ts'
import type {
  CompanyTable,
  EventTable,
  IdentifierTable,
  LinkTable,
  SubjectTable,
  UnitTable,
} from './tables.ts'

/** A value as an engine takes it. */
export type Cell = string | number | null

/** Columns of a table, in the order of the cells that the functions here make. */
export const columns = {
  units:
    'id,item,kind,serial,lot,status,stage,location,parent,content,for_order,party,holds,time,event,detail',
  links: 'unit,event,role,kind,time,location,parent,actor,corrects,contested,changes',
  events:
    'id,kind,time,recorded,actor,location,for_order,batch,command,corrects,reason,contested,units,subject_kind,subject,data',
  identifiers: 'value,type,scope,unit,written,active',
  edges: 'unit,direction,event,other,quantity,active',
  subjects: 'kind,id,code,key,item,parent,number,name,data',
} as const

export function unitCells({ id, state, time, event }: KnownUnit): Cell[] {
  return [
    id,
    state.item,
    codeOf(unitKinds, state.kind),
    state.serial,
    state.lot,
    codeOf(statuses, state.status),
    codeOf(stages, state.stage),
    state.location,
    state.parent,
    state.content,
    state.order,
    state.party,
    countHolds(state),
    time,
    event,
    JSON.stringify(state.detail),
  ]
}

export function unitOf(row: UnitTable): KnownUnit {
  return {
    id: row.id,
    time: row.time,
    event: row.event,
    links: null,
    state: {
      item: row.item,
      kind: nameOf(unitKinds, row.kind),
      serial: row.serial,
      lot: row.lot,
      status: nameOf(statuses, row.status),
      stage: nameOf(stages, row.stage),
      location: row.location,
      parent: row.parent,
      content: row.content,
      order: row.for_order,
      party: row.party,
      detail: JSON.parse(row.detail) as KnownUnit['state']['detail'],
    },
  }
}

export function linkCells(link: Link): Cell[] {
  return [
    link.unit,
    link.event,
    codeOf(linkRoles, link.role),
    kindCode(link.kind),
    link.time,
    link.location,
    link.parent,
    link.actor,
    link.corrects,
    link.contested ? 1 : 0,
    JSON.stringify(link.changes),
  ]
}

export function linkOf(row: LinkTable): Link {
  return {
    unit: row.unit,
    event: row.event,
    role: nameOf(linkRoles, row.role),
    kind: kindName(row.kind) as LinkKind,
    time: row.time,
    location: row.location,
    parent: row.parent,
    actor: row.actor,
    corrects: row.corrects,
    contested: row.contested === 1,
    changes: JSON.parse(row.changes) as Link['changes'],
  }
}

export function eventCells(event: EventRecord): Cell[] {
  return [
    event.id,
    kindCode(event.kind),
    event.time,
    event.recorded,
    event.actor,
    event.location,
    event.order,
    event.batch,
    event.command,
    event.corrects,
    event.reason,
    event.contested ? 1 : 0,
    formatRuns(event.units),
    event.subject?.kind ?? null,
    event.subject?.id ?? null,
    JSON.stringify(event.data),
  ]
}

export function eventOf(row: EventTable): EventRecord {
  return {
    id: row.id,
    kind: kindName(row.kind),
    time: row.time,
    recorded: row.recorded,
    actor: row.actor,
    location: row.location,
    order: row.for_order,
    batch: row.batch,
    command: row.command,
    corrects: row.corrects,
    reason: row.reason,
    contested: row.contested === 1,
    units: parseRuns(row.units),
    subject:
      row.subject === null ? null : { kind: row.subject_kind as SubjectKind, id: row.subject },
    data: JSON.parse(row.data) as EventRecord['data'],
  }
}

export const identifierCells = (row: IdentifierRow): Cell[] => [
  row.value,
  row.type,
  row.scope,
  row.unit,
  row.written,
  row.active ? 1 : 0,
]

export const identifierOf = (row: IdentifierTable): IdentifierRow => ({
  type: row.type,
  scope: row.scope,
  value: row.value,
  unit: row.unit,
  written: row.written,
  active: row.active === 1,
})

export function subjectCells(subject: Subject): Cell[] {
  const data = subject.data as Partial<SubjectData['item'] & SubjectData['location']>
  return [
    subject.kind,
    subject.id,
    subject.code,
    keyCell(subject),
    subject.kind === 'lot' ? (subject.data as SubjectData['lot']).item : 0,
    subject.parent,
    (!subject.retired && (data.gtin ?? data.gln)) || null,
    data.name ?? null,
    JSON.stringify(subject.data),
  ]
}

/** Nothing finds a retired subject by its code, for no code begins with a space. */
const keyCell = ({ id, code, retired }: Subject): string =>
  retired ? `${retiredKeys(code.toUpperCase()).from}${id}` : code.toUpperCase()

/** Between which texts the keys are of those retired subjects that had the key of a code. */
export const retiredKeys = (key: string): { from: string; to: string } => ({
  from: ` ${key}\u0001`,
  to: ` ${key}\u0002`,
})

/** Puts the keys of changed subjects aside, so that they can pass from one to another. */
export const parkKeys = (which: string): string =>
  `update subjects set key = ' ' || id where (kind, id) ${which}`

/** Subjects that refer to something and have a text, such as an id, in what they say. */
export const subjectsMentioning = (like: string): string =>
  `select * from live_subjects where kind in ('item', 'location', 'party', 'order', 'lease')
   and (parent is not null or data like ${like})`

/** The schemes that subjects bring. */
export const schemeCells = (subjects: readonly Subject[]): Cell[][] =>
  subjects.flatMap(({ kind, id, data }) => {
    const { scheme } = data as Partial<SubjectData['item']>
    return kind === 'item' && scheme !== undefined ? [[id, scheme]] : []
  })

/** A secret key, as it is kept. */
export const newSecret = (): string => randomBytes(keyLength).toString('hex')

export const fenceOf = ({ epoch, fenced, gap }: CompanyTable): Fence => ({
  epoch,
  time: fenced,
  gap,
})

export const subjectOf = (row: SubjectTable): Subject => ({
  kind: row.kind as SubjectKind,
  id: row.id,
  code: row.code,
  parent: row.parent,
  data: JSON.parse(row.data) as Subject['data'],
  ...(row.key.startsWith(' ') && { retired: true }),
})
