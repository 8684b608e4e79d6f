/**
 * The tables, written once for both engines. What differs between them is a named answer of
 * {@link SchemaDialect}; triggers stand with their engine.
 */
export interface SchemaDialect {
  /** Type of ids, times and quantities. */
  readonly integer: string
  /** Type of small codes and flags. */
  readonly code: string
  /** Type of text that is compared byte by byte, so that every engine sorts alike. */
  readonly text: string
  /** What follows the columns of a table that is kept in the order of its primary key. */
  readonly clustered: string
  readonly ordinary: string
  /** Key of a table whose rows come in rising ids. */
  readonly risingKey: string
}

/** Statements that make the first release's tables, in order. */
export const groundTables = (dialect: SchemaDialect): readonly string[] => [
  ...ledgerTables(dialect),
  ...unitTables(dialect),
  ...sideTables(dialect),
]

const ledgerTables = ({ integer, code, text, clustered, ordinary, risingKey }: SchemaDialect) => [
  `create table company (
     one ${code} primary key check (one = 1), key ${text} not null,
     next_event ${integer} not null, next_unit ${integer} not null,
     next_subject ${integer} not null, recorded ${integer} not null
   ) ${ordinary}`,
  `create table commands (
     id ${text} not null, hash ${text} not null, answer ${text} not null, primary key (id)
   ) ${clustered}`,
  `create table events (
     id ${risingKey}, kind ${code} not null, time ${integer} not null,
     recorded ${integer} not null, actor ${integer} not null, location ${integer},
     for_order ${integer}, batch ${integer}, command ${text} not null, corrects ${integer},
     reason ${text}, contested ${code} not null, units ${text} not null,
     subject_kind ${text}, subject ${integer}, data ${text} not null
   ) ${ordinary}`,
  `create index events_by_order on events (for_order, id) where for_order is not null`,
  `create index events_by_batch on events (batch, id) where batch is not null`,
  `create index events_by_corrected on events (corrects) where corrects is not null`,
  `create index events_by_subject on events (subject_kind, subject, id)
     where subject is not null`,
  `create table links (
     unit ${integer} not null, event ${integer} not null, role ${code} not null,
     kind ${code} not null, time ${integer} not null, location ${integer}, parent ${integer},
     actor ${integer} not null, corrects ${integer}, contested ${code} not null,
     changes ${text} not null, primary key (unit, event)
   ) ${clustered}`,
  `create index links_by_location on links (location, unit) where location is not null`,
  `create index links_by_parent on links (parent, unit) where parent is not null`,
]

const unitTables = ({ integer, code, text, clustered, ordinary, risingKey }: SchemaDialect) => [
  `create table units (
     id ${risingKey}, item ${integer} not null, kind ${code} not null, serial ${text},
     lot ${integer}, status ${code} not null, stage ${code} not null, location ${integer},
     parent ${integer}, content ${integer} not null, for_order ${integer}, party ${integer},
     holds ${code} not null, time ${integer} not null, event ${integer} not null,
     detail ${text} not null,
     constraint unit_in_one_place check ((location is null) <> (parent is null)),
     constraint unit_not_in_itself check (parent <> id),
     constraint content_not_negative check (content between 0 and 9007199254740991)
   ) ${ordinary}`,
  `create index units_by_item on units (item, status, id)`,
  `create index units_by_status on units (status, id)`,
  `create index units_by_location on units (location, id) where location is not null`,
  `create index units_by_parent on units (parent, id) where parent is not null`,
  `create index units_by_lot on units (lot, id) where lot is not null`,
  `create index units_by_order on units (for_order, id) where for_order is not null`,
  `create index units_by_party on units (party, id) where party is not null`,
  `create index units_on_hold on units (id) where holds > 0`,
  `create table identifiers (
     value ${text} not null, type ${text} not null, scope ${integer} not null,
     unit ${integer} not null, written ${text} not null, active ${code} not null,
     primary key (value, type, scope)
   ) ${clustered}`,
  `create table edges (
     unit ${integer} not null, direction ${code} not null, event ${integer} not null,
     other ${integer} not null, quantity ${integer} not null, active ${code} not null,
     primary key (unit, direction, event, other)
   ) ${clustered}`,
]

const sideTables = ({ integer, text, clustered, ordinary, risingKey }: SchemaDialect) => [
  `create table subjects (
     kind ${text} not null, id ${integer} not null, code ${text} not null, key ${text} not null,
     item ${integer} not null, parent ${integer}, number ${text}, name ${text},
     data ${text} not null, primary key (kind, id), unique (kind, item, key)
   ) ${ordinary}`,
  `create index subjects_by_number on subjects (number, kind) where number is not null`,
  `create index subjects_by_key on subjects (kind, key)`,
  `create index subjects_by_parent on subjects (parent, kind) where parent is not null`,
  `create table counters (key ${text} primary key, last ${integer} not null) ${clustered}`,
  `create table reviews (
     event ${integer} not null, unit ${integer} not null, settled ${integer},
     primary key (unit, event)
   ) ${clustered}`,
  `create index reviews_open on reviews (event, unit) where settled is null`,
  `create table actors (id ${risingKey}, code ${text} not null unique) ${ordinary}`,
  `create table consumers (name ${text} primary key, event ${integer} not null) ${clustered}`,
  `create table settings (
     kind ${text} not null, name ${text} not null, data ${text} not null,
     changed ${integer} not null, primary key (kind, name)
   ) ${clustered}`,
]

/** What the second release adds: schemes that were ever used, and the fence of a restored store. */
export const schemeTables = ({ integer, text, clustered }: SchemaDialect): readonly string[] => [
  `create table schemes (
     item ${integer} not null, pattern ${text} not null, primary key (item, pattern)
   ) ${clustered}`,
  ...['epoch', 'fenced', 'gap'].map(
    (column) => `alter table company add column ${column} ${integer} not null default 0`,
  ),
]

/**
 * What the third release adds: the subjects that people find. One whose making was taken back has
 * a key that begins with a space, as no code does; the lots of such an item go with it.
 */
export const liveSubjects: readonly string[] = [
  `create view live_subjects as select * from subjects
     where substr(key, 1, 1) <> ' ' and (item = 0 or not exists (
       select 1 from subjects of_item where of_item.kind = 'item'
         and of_item.id = subjects.item and substr(of_item.key, 1, 1) = ' '))`,
]

/** The first rows: the company itself, and the place of all that is nowhere we know. */
export const groundRows: readonly string[] = [
  `insert into subjects (kind, id, code, key, item, parent, number, name, data)
   values ('location', 1, 'ELSEWHERE', 'ELSEWHERE', 0, null, null, 'Elsewhere',
           '{"name":"Elsewhere","kind":"place"}')`,
]
