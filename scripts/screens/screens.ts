import { accessScreens } from './access-screens.ts'
import { importScreens } from './import-screens.ts'
import type { Screen } from './screen.ts'
import { schemeScreens } from './scheme-screens.ts'
import { thingScreens } from './thing-screens.ts'
import { traitScreens } from './trait-screens.ts'
import { workScreens } from './work-screens.ts'

/** Every screen; whoever adds a page adds its line. The company is that of seed.ts. */
export const screens: readonly Screen[] = [
  { name: 'home', path: '/' },
  { name: 'find', path: '/find?q=status:in_stock' },
  { name: 'find-groups', path: '/find?q=group:status' },
  { name: 'find-error', path: '/find?q=status:instock' },
  { name: 'find-nothing', path: '/find?q=colour:violet' },
  { name: 'unit', path: '/units/EB-26-00017' },
  { name: 'unit-past', path: '/units/EB-26-00017?at=2026-06-02T08:00:00.000Z' },
  { name: 'unit-container', path: '/units/PALLET-07' },
  { name: 'unit-missing', path: '/units/NOBODY' },
  {
    name: 'unit-move',
    path: '/units/EB-26-00017',
    arrange: (page) => page.getByRole('button', { name: 'Move', exact: true }).click(),
  },
  {
    name: 'box',
    path: '/',
    async arrange(page) {
      await page.keyboard.press('/')
      await page.keyboard.type('EB-26', { delay: 60 })
      await page.getByRole('option').first().waitFor()
    },
  },
  ...thingScreens,
  ...workScreens,
  ...importScreens,
  ...accessScreens,
  ...schemeScreens,
  ...traitScreens,
]
