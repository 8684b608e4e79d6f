import type { Generated } from 'kysely'

/** The tables of the accounts as both engines have them. Times are milliseconds UTC. */
export interface AccountTables {
  server: { one: number; key: string; changes: number }
  people: PersonTable
  memberships: { person: number; company: string; role: string }
  sessions: SessionTable
  tokens: TokenTable
  passkeys: PasskeyTable
  challenges: { hash: string; challenge: string; person: number | null; expires: number }
  links: LinkTable
  stations: StationTable
  attempts: { key: string; failures: number; last: number; until: number }
  access_log: AccessLogTable
}

export interface PersonTable {
  id: Generated<number>
  /** Lower-case; the ledger knows the person by it, so it never changes. */
  login: string
  name: string
  /** Argon2id in the PHC form; null while the person has not chosen one. */
  password: string | null
  /** Keyed hash of the code on the person's badge. */
  badge: string | null
  pin: string | null
  disabled: number | null
  created: number
}

export interface SessionTable {
  id: Generated<number>
  hash: string
  person: number
  /** How the person signed in: password, passkey, link or badge. */
  means: string
  station: number | null
  created: number
  seen: number
  expires: number
  /** How long it may rest before it ends. */
  idle: number
  address: string
  agent: string
}

export interface TokenTable {
  id: Generated<number>
  name: string
  hash: string
  /** The first characters, to tell tokens apart. */
  prefix: string
  /** Key of the company that it is good for, or `*`. */
  company: string
  /** JSON list of permissions. */
  permissions: string
  created: number
  created_by: string
  expires: number | null
  used: number | null
  revoked: number | null
}

export interface PasskeyTable {
  /** Id that the authenticator gave, base64url. */
  id: string
  person: number
  name: string
  public_key: string
  counter: number
  /** JSON list. */
  transports: string
  created: number
  used: number | null
}

/** A link that can be used once, to begin or to get back into an account. */
export interface LinkTable {
  id: Generated<number>
  hash: string
  kind: string
  person: number | null
  created: number
  created_by: string
  expires: number
  used: number | null
}

export interface StationTable {
  id: Generated<number>
  name: string
  company: string
  location: string | null
  hash: string
  /** JSON, as the scanner's calibration wrote it. */
  calibration: string | null
  idle: number
  created: number
  seen: number
  removed: number | null
}

export interface AccessLogTable {
  id: Generated<number>
  time: number
  act: string
  actor: string
  subject: string | null
  address: string
  /** In English. */
  detail: string | null
  /** JSON of the detail as something said; null in rows of the first release. */
  said: string | null
}
