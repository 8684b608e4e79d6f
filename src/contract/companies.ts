import { z } from 'zod'
import { operation, plainText, streamed } from './operation.ts'
import { roleNames } from './permission.ts'
import { issueText } from '../domain/issue.ts'

/** Name of a company, as people see it. */
export const companyName = plainText(100)

/** Key of a company: it stands in addresses, and is the name of its file or schema. */
const companyKey = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, {
  error: issueText('companyKey'),
})

/** The demo companies that there are. */
export const demoNames = ['bikes', 'fish'] as const
export type DemoName = (typeof demoNames)[number]

const companyView = z
  .object({
    company: z.string(),
    name: z.string(),
    demo: z
      .enum(demoNames)
      .nullable()
      .describe('The demo that it is; null for a company of one’s own.'),
    isUsual: z.boolean().describe('The company that one comes to when none is named.'),
    role: z
      .enum(roleNames)
      .nullable()
      .describe('Role of whoever asks; null where a token or the command line asks.'),
  })
  .meta({ id: 'Company' })
export type CompanyView = z.infer<typeof companyView>

export const listCompanies = operation({
  name: 'listCompanies',
  method: 'GET',
  scope: 'server',
  path: '/companies',
  summary: 'List the companies that whoever asks may look at; nobody sees one without signing in',
  needs: 'nothing',
  input: z.object({}),
  output: z.object({ companies: z.array(companyView) }),
})

export const createCompany = operation({
  name: 'createCompany',
  method: 'POST',
  scope: 'server',
  path: '/companies',
  summary: 'Make an empty company; whoever makes it is its owner',
  needs: 'administer',
  input: z.object({
    name: companyName,
    company: companyKey.optional().describe('Made from the name when absent.'),
  }),
  output: companyView,
})

export const renameCompany = operation({
  name: 'renameCompany',
  method: 'PUT',
  path: '/name',
  summary: 'Change the name under which people see the company',
  needs: 'administer',
  input: z.object({ name: companyName }),
  output: z.object({ name: z.string() }),
})

export const openDemo = streamed({
  name: 'openDemo',
  method: 'POST',
  scope: 'server',
  path: '/demos/{demo}',
  summary: 'Enter a demo company, which is made if there is none; whoever enters is its owner',
  needs: 'read',
  input: z.object({
    demo: z.enum(demoNames),
    seed: z.coerce
      .number()
      .int()
      .min(1)
      .max(1_000_000_000)
      .default(1)
      .describe('The same seed tells the same story.'),
  }),
  output: z.object({
    progress: z
      .object({ recorded: z.int(), total: z.int() })
      .describe('Events that were recorded so far, and those that there will be.'),
    company: companyView.nullable().describe('On the last line.'),
  }),
})

export const deleteDemo = operation({
  name: 'deleteDemo',
  method: 'DELETE',
  scope: 'server',
  path: '/demos/{demo}',
  summary: 'Delete a demo company with all that was tried in it',
  needs: 'read',
  input: z.object({ demo: z.enum(demoNames) }),
  output: z.object({ company: z.string() }),
})
