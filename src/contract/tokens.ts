import { z } from 'zod'
import { operation, plainText } from './operation.ts'
import { permissionNames } from './permission.ts'

/** What tokens begin with, so that people and scanners for leaked secrets know them. */
export const tokenPrefix = 'srt_'

/** Longest life of a token, in days. */
const tokenDaysMax = 3660

export const tokenView = z
  .object({
    id: z.int(),
    name: z.string(),
    prefix: z.string().describe('The first characters, to tell tokens apart.'),
    company: z
      .string()
      .nullable()
      .describe('Key of the company that it is good for; null for all.'),
    permissions: z.array(z.enum(permissionNames)),
    created: z.string(),
    createdBy: z.string(),
    expires: z.string().nullable(),
    used: z.string().nullable(),
    revoked: z.string().nullable(),
  })
  .meta({ id: 'Token' })

export const listTokens = operation({
  name: 'listTokens',
  method: 'GET',
  scope: 'server',
  path: '/tokens',
  summary: 'List the tokens of programs',
  needs: 'administer',
  input: z.object({}),
  output: z.object({ tokens: z.array(tokenView) }),
})

export const createToken = operation({
  name: 'createToken',
  method: 'POST',
  scope: 'server',
  path: '/tokens',
  summary: 'Make a token for a program; its secret is in this answer and never again',
  needs: 'administer',
  input: z.object({
    name: plainText(60).describe('Events that the program records are by `token:` and this name.'),
    permissions: z.array(z.enum(permissionNames)).min(1),
    company: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,40}$/)
      .nullable()
      .default(null),
    days: z
      .int()
      .min(1)
      .max(tokenDaysMax)
      .nullable()
      .default(365)
      .describe('Days until it expires; null for never.'),
  }),
  output: z.object({ token: tokenView, secret: z.string() }),
})

export const revokeToken = operation({
  name: 'revokeToken',
  method: 'DELETE',
  scope: 'server',
  path: '/tokens/{token}',
  summary: 'Revoke a token; programs that use it are refused from now on',
  needs: 'administer',
  input: z.object({ token: z.coerce.number().int().min(1) }),
  output: z.object({ token: tokenView }),
})
