import { z } from 'zod'
import { operation, plainText } from './operation.ts'
import { roleNames } from './permission.ts'
import { issueText } from '../domain/issue.ts'

/** What a person signs in with, and what the ledger remembers them by. */
export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@+-]{0,79}$/, {
    error: issueText('login'),
  })

/** A password as it is typed or pasted; what it has to be like is judged when it is set. */
export const password = z.string().min(1).max(1000)

export const personName = plainText(100)

/** Key of a company, or `*` for all of them. */
const companies = z.string().regex(/^(\*|[a-z][a-z0-9_]{0,40})$/, {
  error: issueText('companyOrAll'),
})

const membership = z.object({ company: companies, role: z.enum(roleNames) })

export const personView = z
  .object({
    id: z.int(),
    login: z.string(),
    name: z.string(),
    memberships: z.array(membership).describe('Roles by company; `*` stands for all companies.'),
    disabled: z.boolean(),
    canSignIn: z
      .boolean()
      .describe('Has a password or a passkey; whoever has none has not used the invitation yet.'),
    hasBadge: z.boolean(),
    hasPin: z.boolean(),
    passkeys: z.int(),
    created: z.string(),
    seen: z.string().nullable().describe('When the person was last seen, as ISO 8601.'),
  })
  .meta({ id: 'Person' })

/** A link that can be used once; it is shown once. */
const oneTimeLink = z.object({ link: z.string(), expires: z.string() }).meta({ id: 'OneTimeLink' })

const person = z.coerce.number().int().min(1)

export const listPeople = operation({
  name: 'listPeople',
  method: 'GET',
  scope: 'server',
  path: '/people',
  summary: 'List the people who may sign in, with their roles',
  needs: 'administer',
  input: z.object({}),
  output: z.object({ people: z.array(personView) }),
})

export const invitePerson = operation({
  name: 'invitePerson',
  method: 'POST',
  scope: 'server',
  path: '/people',
  summary: 'Add a person; the answer holds the link to send to them',
  needs: 'administer',
  input: z.object({
    login,
    name: personName,
    memberships: z.array(membership).min(1).max(100),
  }),
  output: z.object({ person: personView, ...oneTimeLink.shape }),
})

export const changePerson = operation({
  name: 'changePerson',
  method: 'PUT',
  scope: 'server',
  path: '/people/{person}',
  summary: 'Change the name or the roles of a person, or disable their account',
  needs: 'administer',
  input: z.object({
    person,
    name: personName.optional(),
    memberships: z.array(membership).max(100).optional(),
    disabled: z
      .boolean()
      .optional()
      .describe('A disabled person cannot sign in; what they did stays theirs.'),
  }),
  output: z.object({ person: personView }),
})

export const resetPerson = operation({
  name: 'resetPerson',
  method: 'POST',
  scope: 'server',
  path: '/people/{person}/link',
  summary: 'Make a link by which a person chooses a new password; ends their sessions',
  needs: 'administer',
  input: z.object({ person }),
  output: oneTimeLink,
})

export const setBadge = operation({
  name: 'setBadge',
  method: 'PUT',
  scope: 'server',
  path: '/people/{person}/badge',
  summary: 'Give a person a badge to scan at a station, with or without a PIN, or take it away',
  needs: 'administer',
  input: z.object({
    person,
    badge: plainText(100)
      .nullable()
      .describe('What the scanner reads from the badge; null takes the badge away.'),
    pin: z
      .string()
      .regex(/^\d{4,12}$/, { error: issueText('pin') })
      .nullable()
      .optional()
      .describe('Asked for after the scan; null for none, absent to leave it as it is.'),
  }),
  output: z.object({ person: personView }),
})

/** Makes a link on the machine itself, for an owner who is locked out or the first one. */
export const ownerLink = operation({
  name: 'ownerLink',
  method: 'POST',
  scope: 'server',
  path: '/owner-link',
  summary: 'Make a link for a new owner, or for an owner who is locked out',
  needs: 'administer',
  isLocal: true,
  input: z.object({ login: login.optional() }),
  output: oneTimeLink,
})

/** Writes a copy of the accounts, as `backupStore` does of a company. */
export const backupAccounts = operation({
  name: 'backupAccounts',
  method: 'POST',
  scope: 'server',
  path: '/backups',
  summary: 'Write a consistent copy of the accounts to a file',
  needs: 'administer',
  isLocal: true,
  input: z.object({ path: plainText(1000) }),
  output: z.object({ path: z.string() }),
})
