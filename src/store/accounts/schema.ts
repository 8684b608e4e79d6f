import type { SchemaDialect } from '../schema.ts'

/** Statements that make the first release's tables of the accounts, in order. */
export const accountTables = (dialect: SchemaDialect): readonly string[] => [
  ...peopleTables(dialect),
  ...entryTables(dialect),
  ...sideTables(dialect),
]

/** What the second release adds: details of the access log that can be said in any language. */
export const saidDetails = ({ text }: SchemaDialect): string =>
  `alter table access_log add column said ${text}`

const peopleTables = ({ integer, code, text, clustered, ordinary, risingKey }: SchemaDialect) => [
  `create table server (
     one ${code} primary key check (one = 1), key ${text} not null, changes ${integer} not null
   ) ${ordinary}`,
  `create table people (
     id ${risingKey}, login ${text} not null unique, name ${text} not null, password ${text},
     badge ${text} unique, pin ${text}, disabled ${integer}, created ${integer} not null
   ) ${ordinary}`,
  `create table memberships (
     person ${integer} not null, company ${text} not null, role ${text} not null,
     primary key (person, company)
   ) ${clustered}`,
]

const entryTables = ({ integer, text, clustered, ordinary, risingKey }: SchemaDialect) => [
  `create table sessions (
     id ${risingKey}, hash ${text} not null unique, person ${integer} not null,
     means ${text} not null, station ${integer}, created ${integer} not null,
     seen ${integer} not null, expires ${integer} not null, idle ${integer} not null,
     address ${text} not null, agent ${text} not null
   ) ${ordinary}`,
  `create index sessions_by_person on sessions (person)`,
  `create table tokens (
     id ${risingKey}, name ${text} not null, hash ${text} not null unique,
     prefix ${text} not null, company ${text} not null, permissions ${text} not null,
     created ${integer} not null, created_by ${text} not null, expires ${integer},
     used ${integer}, revoked ${integer}
   ) ${ordinary}`,
  `create unique index tokens_by_name on tokens (name) where revoked is null`,
  `create table passkeys (
     id ${text} primary key, person ${integer} not null, name ${text} not null,
     public_key ${text} not null, counter ${integer} not null, transports ${text} not null,
     created ${integer} not null, used ${integer}
   ) ${clustered}`,
  `create index passkeys_by_person on passkeys (person)`,
  `create table challenges (
     hash ${text} primary key, challenge ${text} not null, person ${integer},
     expires ${integer} not null
   ) ${clustered}`,
  `create table links (
     id ${risingKey}, hash ${text} not null unique, kind ${text} not null, person ${integer},
     created ${integer} not null, created_by ${text} not null, expires ${integer} not null,
     used ${integer}
   ) ${ordinary}`,
]

const sideTables = ({ integer, text, clustered, ordinary, risingKey }: SchemaDialect) => [
  `create table stations (
     id ${risingKey}, name ${text} not null, company ${text} not null, location ${text},
     hash ${text} not null unique, calibration ${text}, idle ${integer} not null,
     created ${integer} not null, seen ${integer} not null, removed ${integer}
   ) ${ordinary}`,
  `create unique index stations_by_name on stations (name) where removed is null`,
  `create table attempts (
     key ${text} primary key, failures ${integer} not null, last ${integer} not null,
     until ${integer} not null
   ) ${clustered}`,
  `create table access_log (
     id ${risingKey}, time ${integer} not null, act ${text} not null, actor ${text} not null,
     subject ${text}, address ${text} not null, detail ${text}
   ) ${ordinary}`,
]
