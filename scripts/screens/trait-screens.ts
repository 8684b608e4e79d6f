import type { Screen } from './screen.ts'

/** The pages of traits, and the forms that ask by their definitions. */
export const traitScreens: readonly Screen[] = [
  { name: 'traits', path: '/settings/traits' },
  { name: 'trait', path: '/settings/traits/colour' },
  {
    name: 'traits-define',
    path: '/settings/traits',
    async arrange(page) {
      await page.getByRole('button', { name: 'Define firmware' }).click()
      await page.getByLabel('What it takes').selectOption('choice')
      await page.getByRole('textbox', { name: 'Choices' }).fill('2.4.0\n2.4.1')
    },
  },
  {
    name: 'unit-trait',
    path: '/units/EB-26-00017',
    async arrange(page) {
      await page.getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: 'Set trait' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Trait').and(page.locator('input')).fill('weight')
      await dialog.getByLabel('Value').fill('heavy')
    },
  },
  {
    name: 'item-change',
    path: '/items/EBIKE-T1',
    async arrange(page) {
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await page.getByLabel('Range').scrollIntoViewIfNeeded()
    },
  },
]
