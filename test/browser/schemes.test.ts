import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { openApp, type App } from './app.ts'
import { closeBrowser } from './browser.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
  await app.accept('create_location', { code: 'HAM', name: 'Hamburg', kind: 'site' })
  await app.accept('create_item', { code: 'FRAME', name: 'E-bike frame' })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

it('a scheme is written, seen from all sides, and given to its item', async () => {
  const { page, complaints, close } = await app.open('/settings/schemes')
  const pattern = page.getByRole('textbox', { name: 'Pattern' })
  await pattern.waitFor()
  await expectAccessible(page)
  await pattern.fill('{item.code}-{sitte}-{seq:4}')
  await page.getByText('Expected item.code').waitFor()
  await expectAccessible(page)
  await pattern.fill('{item.code}-')
  await page.getByRole('button', { name: 'Site', exact: true }).click()
  await page.getByRole('button', { name: 'Number', exact: true }).click()
  await page.getByRole('button', { name: 'Check character' }).click()
  expect(await pattern.inputValue()).toBe('{item.code}-{site}{seq:5}{check}')
  await page.getByLabel('Item', { exact: true }).and(page.locator('input')).fill('FRAM')
  await page.getByRole('option', { name: 'FRAME' }).click()
  await page.getByText('FRAME-HAM00002').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Give it to FRAME' }).click()
  await page.getByText('FRAME makes its serials by this scheme').waitFor()
  const { subject } = await app.client.call('showSubject', { kind: 'item', code: 'FRAME' })
  expect(subject.data['scheme']).toBe('{item.code}-{site}{seq:5}{check}')

  const { created } = await app.accept('commission', { item: 'FRAME', count: 1, location: 'HAM' })
  const { serial } = await app.client.call('showUnit', { unit: `#${created}` })
  await page
    .getByRole('textbox', { name: 'What does a serial say?' })
    .fill(serial!.toLowerCase().replace('0', 'o'))
  await page.getByText('good', { exact: true }).waitFor()
  expect(await page.getByText('Hamburg').count()).toBeGreaterThan(0)
  expect(complaints).toEqual([])
  await close()
})

it('serials are handed out, and every one is accounted for', async () => {
  const scheme = 'F{random:8}{check}'
  await app.accept('create_item', { code: 'PILL', name: 'Pill box', scheme })
  const { page, complaints, close } = await app.open('/pools')
  await page.getByText('No serials are handed out').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Hand out serials' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Item').fill('PILL')
  await dialog.getByLabel('How many').fill('12')
  await dialog.getByLabel('Who gets them').fill('Line 2')
  await dialog.getByRole('button', { name: 'Hand out serials' }).click()
  await page.getByRole('heading', { name: 'Line 2' }).waitFor()
  await expectAccessible(page)
  const { leases } = await app.client.call('listLeases', {})
  const { serials } = await app.client.call('showLease', { lease: leases[0]!.code })
  const [first, second] = serials.map(({ serial }) => serial)
  await app.accept('commission', { item: 'PILL', entries: [{ serial: first }] })
  await page.getByRole('textbox', { name: 'Serials' }).fill(`${second}\nNOBODY`)
  await page.getByRole('button', { name: 'Destroyed' }).click()
  await page.getByText('The serial NOBODY is not of the lease').waitFor()
  await page.getByRole('textbox', { name: 'Serials' }).fill(second!)
  await page.getByRole('button', { name: 'Destroyed' }).click()
  await page.getByText('10 open').waitFor()
  await page.getByRole('button', { name: 'Give back the unused' }).click()
  await page.getByText('All accounted for').waitFor()
  await expectAccessible(page)
  const { lease } = await app.client.call('showLease', { lease: leases[0]!.code })
  expect(lease.account).toEqual({
    allocated: 0,
    encoded: 0,
    commissioned: 1,
    scrapped: 1,
    returned: 10,
  })
  expect(complaints).toEqual([])
  await close()
})
