import type { Page } from 'playwright-core'
import type { App } from '../../test/browser/app.ts'
import type { Screen } from './screen.ts'

/** Opens a page outside of the company as somebody who has not signed in sees it. */
const asStranger = (path: string) => async (page: Page) => {
  await page.context().clearCookies()
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Clicks a button, and waits for the dialog that it opens. */
const openDialog = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').waitFor()
}

/** The link for one of those who were invited. */
let invitation = ''

/** The doors, and the settings of people, tokens and stations. */
export const accessScreens: readonly Screen[] = [
  { name: 'sign-in', path: '/', arrange: asStranger('/sign-in') },
  { name: 'setup', path: '/', arrange: asStranger('/setup#not-a-link-that-can-be-used') },
  { name: 'invitation', path: '/', arrange: (page) => asStranger(invitation)(page) },
  { name: 'invitation-cut-off', path: '/', arrange: asStranger('/invitation#cut-off') },
  { name: 'settings', path: '/settings' },
  { name: 'companies', path: '/settings/companies' },
  { name: 'account', path: '/settings/account' },
  { name: 'people', path: '/settings/people' },
  { name: 'people-invite', path: '/settings/people', arrange: openDialog('Invite a person') },
  { name: 'tokens', path: '/settings/tokens' },
  { name: 'tokens-make', path: '/settings/tokens', arrange: openDialog('Make a token') },
  { name: 'stations', path: '/settings/stations' },
  { name: 'access-log', path: '/settings/access-log' },
  {
    name: 'operator',
    path: '/settings',
    arrange: (page) => page.getByRole('banner').getByRole('button').last().click(),
  },
]

const people = [
  { login: 'ann', name: 'Ann Okafor', role: 'manager' },
  { login: 'piotr', name: 'Piotr Zieliński', role: 'operator' },
  { login: 'li', name: 'Li Na', role: 'operator' },
  { login: 'audit', name: 'Audit Office', role: 'viewer' },
] as const

/** People and tokens to be seen on the pages of settings. */
export async function seedAccess({ client }: App): Promise<void> {
  for (const { login, name, role } of people) {
    const memberships = [{ company: role === 'viewer' ? '*' : 'main', role }]
    const { person, link } = await client.call('invitePerson', { login, name, memberships })
    invitation = link
    if (role === 'operator') {
      await client.call('setBadge', { person: person.id, badge: `BADGE-${login}`, pin: '4711' })
    }
  }
  await client.call('createToken', { name: 'web shop', permissions: ['read'], days: 90 })
  const line = { name: 'test bench', permissions: ['read', 'record'] as const, company: 'main' }
  await client.call('createToken', { ...line, permissions: [...line.permissions] })
}
