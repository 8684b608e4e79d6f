import type { Screen } from './screen.ts'

const pattern = encodeURIComponent('{item.code}-{site}-{YY}{WW}-{seq:5}{check}')

/** The pages of serial schemes and of serials that are handed out. */
export const schemeScreens: readonly Screen[] = [
  { name: 'schemes', path: `/settings/schemes?item=FRAME` },
  { name: 'schemes-empty', path: '/settings/schemes' },
  {
    name: 'schemes-error',
    path: `/settings/schemes?pattern=${pattern.replace('seq', 'sequence')}`,
  },
  {
    name: 'schemes-read',
    path: `/settings/schemes?pattern=${encodeURIComponent('P{random:8}{check}')}`,
    async arrange(page) {
      const next = await page.locator('[data-sign], bdi').first().innerText()
      await page.getByLabel('What does a serial say?').last().fill(next.replaceAll('0', 'o'))
      await page.getByText('right').waitFor()
    },
  },
  { name: 'pools', path: '/pools' },
  {
    name: 'pool',
    path: '/pools',
    async arrange(page) {
      await page.getByRole('link', { name: 'Line 2' }).click()
      await page.getByRole('heading', { name: 'Line 2' }).waitFor()
    },
  },
  {
    name: 'pools-hand',
    path: '/pools',
    arrange: (page) => page.getByRole('button', { name: 'Hand out serials' }).first().click(),
  },
]
