import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { openApp, type App } from './app.ts'
import { closeBrowser } from './browser.ts'

const unitCount = 6_500

let app: App
beforeAll(async () => {
  app = await openApp()
  await app.accept('create_location', { code: 'HAM', name: 'Hamburg' })
  await app.accept('create_location', { code: 'DOCK' })
  await app.accept('create_item', { code: 'DRILL' })
  const serials = Array.from({ length: unitCount }, (_, index) => ({
    serial: `SN-${String(index).padStart(5, '0')}`,
    traits: { colour: index % 2 === 0 ? 'red' : 'black' },
  }))
  await app.accept('receive', { item: 'DRILL', location: 'HAM', entries: serials })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

describe('the table of Find', () => {
  it('scrolls to any place of a long list, by the wheel and by keys', async () => {
    const { page, complaints, close } = await app.open('/find?q=item:DRILL')
    const newest = page.getByRole('link', { name: `SN-0${unitCount - 1}` })
    await newest.waitFor()
    await page.getByText('6,500 units', { exact: true }).waitFor()
    await expectAccessible(page)
    await newest.focus()
    await page.keyboard.press('End')
    await page.getByRole('link', { name: 'SN-00000' }).waitFor()
    const { scroller } = await page.evaluate(() => {
      const element = document.querySelector('[role=table]')!
      element.scrollTop = element.scrollHeight / 2
      return { scroller: element.scrollHeight }
    })
    expect(scroller).toBeGreaterThan(unitCount * 40)
    await page.getByRole('link', { name: 'SN-03240' }).waitFor()
    expect(await page.getByRole('row').count()).toBeLessThan(40)
    expect(complaints).toEqual([])
    await close()
  })

  it('makes its rows as high as large letters need', async () => {
    const { page, close } = await app.open('/find?q=item:DRILL')
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'SN-06499' }) })
    const heightOf = async () => (await row.boundingBox())!.height
    const heightOfAll = () => page.getByRole('table').evaluate(({ scrollHeight }) => scrollHeight)
    const usual = await heightOf()
    await page.locator('[role=table][aria-rowcount="6501"]').waitFor()
    const usualOfAll = await heightOfAll()
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    expect(await heightOf()).toBe(2 * usual)
    await expect.poll(heightOfAll).toBeGreaterThan(1.9 * usualOfAll)
    await row.getByRole('checkbox').focus()
    await page.keyboard.press('End', { delay: 60 })
    await page
      .getByRole('checkbox', { name: 'Choose SN-00000' })
      .and(page.locator(':focus'))
      .waitFor()
    await close()
  })

  it('shows how much there is where units are measured, on a phone too', async () => {
    await app.accept('create_item', { code: 'PAINT', kind: 'portion', measure: 'kg', decimals: 3 })
    const entries = [{ serial: 'DRUM-1', content: 17_400 }]
    await app.accept('receive', { item: 'PAINT', location: 'HAM', entries })
    const { page, close } = await app.open('/find')
    const amount = page.getByRole('cell', { name: '17.400 kg', exact: true })

    await amount.waitFor()
    await page.getByRole('columnheader', { name: 'Quantity' }).waitFor()
    await page.getByRole('button', { name: 'Columns' }).click()
    await expectAccessible(page)
    await page.getByRole('menuitemcheckbox', { name: /Quantity/, checked: true }).click()
    await amount.waitFor({ state: 'detached' })
    await page.goto(`${app.address}/c/main/find?q=item:DRILL`)
    await page.getByRole('link', { name: 'SN-06499' }).waitFor()
    expect(await page.getByRole('columnheader', { name: 'Quantity' }).count()).toBe(0)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${app.address}/c/main/find?q=item:PAINT`)
    await page.getByText('PAINT · 17.400 kg · HAM').waitFor()
    await close()
  })

  it('points at the character that is wrong, and leads to what was meant', async () => {
    const { page, close } = await app.open('/find?q=colour:red%20status:instock')
    expect(await page.locator('mark').textContent()).toBe('instock')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Search for colour:red status:in_stock' }).click()
    await page.getByRole('link', { name: /^SN-/ }).first().waitFor()
    const box = page.getByRole('combobox', { name: 'Scan, search or command' })
    await box.fill('stauts:lost')
    await page.getByRole('option', { name: /status:lost/ }).click()
    expect(await box.inputValue()).toBe('status:lost')
    await close()
  })

  it('counts in groups, and a group leads to its units', async () => {
    const { page, close } = await app.open('/find?q=item:DRILL')
    await page.getByLabel('Count by').selectOption('status')
    await page.getByRole('cell', { name: '6,500' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'In stock' }).click()
    await page.getByText('6,500 units', { exact: true }).waitFor()
    await close()
  })

  it('moves what is chosen, and takes it back from the message', async () => {
    const { page, close } = await app.open('/find?q=serial:SN-00000..SN-00009')
    await page.getByRole('checkbox', { name: 'Choose SN-00004' }).check()
    await page.getByRole('button', { name: 'Choose all 10' }).click()
    await page.getByText('of 10 chosen').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('To which location').fill('DOCK')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.getByText('10 units moved').waitFor()
    await expectAccessible(page)
    const counts = await app.client.call('countUnits', { query: 'place:DOCK' })
    expect(counts.total).toBe(10)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back').waitFor()
    expect((await app.client.call('countUnits', { query: 'place:DOCK' })).total).toBe(0)
    await close()
  })

  it('keeps chosen what was refused, and says how many were done', async () => {
    await app.accept('lose', { units: ['SN-00021'] })
    const { page, close } = await app.open('/find?q=serial:SN-00020..SN-00022')
    for (const serial of ['SN-00020', 'SN-00021', 'SN-00022']) {
      await page.getByRole('checkbox', { name: `Choose ${serial}` }).check()
    }
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByRole('dialog').getByLabel('To which location').fill('DOCK')
    await page.keyboard.press('Enter')
    await page.getByText('2 units moved').waitFor()
    await page.getByText(/1 was left out: .*SN-00021.* is lost/).waitFor()
    await page.getByText('1 of 3 chosen').waitFor()
    expect(await page.getByRole('checkbox', { name: 'Choose SN-00021' }).isChecked()).toBe(true)
    await close()
  })

  it('keeps a search under a name, on a phone too', async () => {
    const phone = { viewport: { width: 390, height: 844 } }
    const { page, close } = await app.open('/find?q=colour:red', phone)
    await page.getByRole('button', { name: 'Keep this search' }).click()
    await page.getByLabel('Name').fill('Red ones')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('link', { name: 'Red ones' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: /Forget/ }).click()
    await page.getByRole('link', { name: 'Red ones' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: 'Red ones' }).waitFor()
    await close()
  })
})
