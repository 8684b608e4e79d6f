import type { Page } from 'playwright-core'
import type { Screen } from './screens.ts'

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

/** The doors, and the settings of people, tokens and stations. */
export const accessScreens: readonly Screen[] = [
  { name: 'sign-in', path: '/', arrange: asStranger('/sign-in') },
  { name: 'setup', path: '/', arrange: asStranger('/setup#not-a-link-that-can-be-used') },
  { name: 'settings', path: '/settings' },
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
