import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, owner, pageDrawn, type App } from './app.ts'
import { expectAccessible } from './accessible.ts'
import { closeBrowser, openPage } from './browser.ts'
import { press } from './keyboard.ts'
import { scannerPresses } from '../support/scanner.ts'

const phone = { width: 390, height: 844 }
const run = promisify(execFile)

let app: App
/** The address by name: passkeys know no numbers. */
let address: string
beforeAll(async () => {
  app = await openApp()
  address = app.address.replace('127.0.0.1', 'localhost')
  await app.accept('create_location', { code: 'DOCK-1', name: 'Dock 1' })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name })

/** A page for the owner, in a browser of its own. */
async function signedIn(path: string) {
  const opened = await openPage()
  const { login, password } = owner
  await opened.page.request.post(`${address}/api/-/session`, { data: { login, password } })
  await opened.page.goto(`${address}${path}`)
  await pageDrawn(opened.page)
  return opened
}

describe('the doors', () => {
  it('make an owner by the link of the server, by the keyboard alone', async () => {
    const printed = await run(process.execPath, ['src/main.ts', 'owner-link'], {
      env: { ...process.env, SERIATIM_DATA: app.dataFolder, DATABASE_URL: undefined },
    })
    const secret = /#(\S+)/.exec(printed.stdout)![1]
    const { page, complaints, close } = await openPage({ viewport: phone, colorScheme: 'dark' })
    await page.goto(`${address}/setup`)
    await page.getByRole('heading', { name: 'Open the link of the server' }).waitFor()
    await expectAccessible(page)
    await page.goto(`${address}/setup#${secret}`)
    await page.reload()
    await field(page, /^Your name/).focus()
    await page.keyboard.type('Second Owner')
    await page.keyboard.press('Tab')
    await page.keyboard.type('second')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1qaz2wsx3edc4rfv')
    await page.keyboard.press('Enter')
    await page.getByText('lists of leaked passwords').waitFor()
    await expectAccessible(page)
    await field(page, /^Password/).fill('a door in the blue wall')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'How do you want to begin?' }).waitFor()
    expect(page.url()).not.toContain(secret)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Start empty' }).press('Enter')
    await page.waitForURL('**/c/main')
    expect(complaints).toEqual([])
    await close()
  })

  it('ask who is there, say why not, and lead back to where one was', async () => {
    const { page, complaints, close } = await openPage({ viewport: phone })
    await page.goto(`${address}/c/main/items`)
    await page.waitForURL('**/sign-in?to=*')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await expectAccessible(page)
    await field(page, /^Login/).fill(owner.login)
    await field(page, /^Password/).fill('not the password')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'do not fit' }).waitFor()
    await expectAccessible(page)
    await field(page, /^Password/).fill(owner.password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/c/main/items')
    await page.getByRole('button', { name: owner.name }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.goto(`${address}/sign-in?to=//evil.example`)
    expect(new URL(page.url()).host).toBe(new URL(address).host)
    expect(complaints).toEqual([])
    await close()
  })
})

describe('settings', () => {
  it('let an owner invite a person, who sees what the role allows', async () => {
    const { page, complaints, close } = await signedIn('/c/main/settings/people')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Invite a person' }).click()
    await field(page, /^Name/).fill('Vera Viewer')
    await field(page, /^Login/).fill('vera')
    await page.getByRole('combobox', { name: 'Role' }).selectOption('viewer')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make the invitation' }).click()
    const link = await field(page, /^Link/).inputValue()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('Not yet here').waitFor()

    const other = await openPage({ viewport: phone })
    await other.page.goto(link)
    await other.page.getByRole('heading', { name: 'Welcome, Vera Viewer' }).waitFor()
    await expectAccessible(other.page)
    await field(other.page, /^Password/).fill('seven blue bottles stand')
    await other.page.keyboard.press('Enter')
    await other.page.waitForURL('**/c/main')
    await other.page.goto(`${address}/c/main/settings`)
    await other.page.getByRole('link', { name: /My account/ }).waitFor()
    await expectAccessible(other.page)
    expect(await other.page.getByRole('link', { name: /People/ }).count()).toBe(0)
    for (const path of ['/settings/people', '/receive']) {
      await other.page.goto(`${address}/c/main${path}`)
      await other.page.getByText('With the role viewer you may not').waitFor()
      await other.page.getByRole('heading', { name: 'This is not open to you' }).waitFor()
      expect(await other.page.getByRole('main').getByRole('button').count()).toBe(0)
      expect(await other.page.getByRole('main').getByRole('combobox').count()).toBe(0)
    }
    await expectAccessible(other.page)
    expect(await other.page.getByRole('link', { name: 'Receive' }).count()).toBe(0)

    await page.getByRole('button', { name: 'Change Vera Viewer' }).click()
    await page.getByRole('button', { name: 'Remove the role Viewer' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save' }).click()
    const message = page.getByRole('status').filter({ hasText: 'Changed Vera Viewer' })
    await message.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back').waitFor()
    await page.getByRole('button', { name: 'Change Vera Viewer' }).click()
    await page.getByRole('button', { name: 'Remove the role Viewer' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await message.waitFor()
    await other.page.goto(`${address}/c/main/items`)
    await other.page.getByRole('heading', { name: 'Nothing is open to you yet' }).waitFor()
    await expectAccessible(other.page)
    await other.page.getByRole('button', { name: 'Sign out' }).click()
    await other.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect([...complaints, ...other.complaints]).toEqual([])
    await other.close()
    await close()
  })

  it('show a token once, and refuse it when it is revoked', async () => {
    const { page, complaints, close } = await signedIn('/c/main/settings/tokens')
    await page.getByText('No tokens yet').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make a token' }).first().click()
    await field(page, /^Name/).fill('web shop')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    const token = await field(page, /^Token/).inputValue()
    const ask = () =>
      fetch(`${address}/api/main/subjects/item`, { headers: { authorization: `Bearer ${token}` } })
    expect((await ask()).status).toBe(200)
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Revoke: web shop' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Revoke', exact: true }).click()
    await page.getByText('Revoked', { exact: true }).waitFor()
    expect((await ask()).status).toBe(401)
    await page.goto(`${address}/c/main/settings/access-log`)
    await page.getByText('Revoked a token').waitFor()
    await expectAccessible(page)
    expect(complaints).toEqual([])
    await close()
  })

  it('add a passkey, and sign in by it', async () => {
    const { page, complaints, close } = await signedIn('/c/main/settings/account')
    const devTools = await page.context().newCDPSession(page)
    await devTools.send('WebAuthn.enable')
    await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    })
    await page.getByText('No passkeys yet').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await field(page, /^Name/).fill('Laptop')
    await page.keyboard.press('Enter')
    await page.getByText('Laptop').waitFor()
    await page.getByRole('button', { name: owner.name }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL('**/settings/account')
    await page.getByRole('button', { name: 'Remove Laptop' }).click()
    await page.getByText('No passkeys yet').waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})

describe('a shared station', () => {
  it('changes people by badge and PIN on any page, and signs out who rests', async () => {
    const { page, complaints, close } = await signedIn('/c/main/settings/stations')
    await page.getByText('No stations yet').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make this browser a station' }).click()
    await field(page, /^Name/).fill('Dock 1')
    await page.getByRole('combobox', { name: 'Sign out after' }).selectOption('5')
    await expectAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Make this browser' }).click()
    await page.getByText('This browser', { exact: true }).waitFor()
    await expectAccessible(page)

    const { people } = await app.client.call('listPeople', {})
    const [first, second] = people.filter(({ canSignIn }) => canSignIn)
    await app.client.call('setBadge', { person: first!.id, badge: 'K7Q2M9XT' })
    await app.client.call('setBadge', { person: second!.id, badge: 'B2', pin: '4711' })
    await press(page, scannerPresses('SRT:BADGE:K7Q2M9XT', 'de', false))
    await page.getByRole('button', { name: first!.name }).waitFor()
    await press(page, scannerPresses('SRT:BADGE:B2', 'us', true))
    await field(page, /^PIN/).fill('4711')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: second!.name }).waitFor()

    await page.clock.install()
    await page.reload()
    await page.getByRole('button', { name: second!.name }).waitFor()
    await page.clock.fastForward('05:01')
    await page.getByRole('heading', { name: 'Scan your badge' }).waitFor()
    await page.clock.resume()
    await expectAccessible(page)
    await field(page, /^Code of the badge/).fill('K7Q2M9XT')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: first!.name }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})
