import type { Page } from 'playwright-core'
import type { Screen } from './screen.ts'

const header = 'Serial No.,SKU,Colour,Location,Received,Firmware\n'

const months = ['january', 'february', 'march', 'april']

/** A list as a supplier sends it every month; one of its days is on no calendar. */
const rowsOf = (month: number) =>
  Array.from({ length: 240 }, (_, index) => {
    const serial = `MT-${String(4100 + 300 * month + index)}`
    const day = index === 17 ? '2026-02-30' : `2026-02-${String((index % 27) + 1).padStart(2, '0')}`
    const colour = ['anthracite', 'sand', 'red'][index % 3]
    return `${serial},MOTOR-250,${colour},A3-0${(index % 3) + 1},${day},1.${index % 4}.0\n`
  })

/** Each picture takes in a list of its own: what is there already is not made again. */
let imported = 0

async function tryFile(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: `motors-${months[imported]}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(header + rowsOf(imported).join('')),
  })
  await page.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).waitFor()
}

/** The import of a file, step by step; the list of imports comes last, when there are some. */
export const importScreens: readonly Screen[] = [
  { name: 'import', path: '/import' },
  { name: 'import-columns', path: '/import', arrange: tryFile },
  {
    name: 'import-done',
    path: '/import',
    async arrange(page) {
      await tryFile(page)
      await page.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).click()
      await page.getByText('Done', { exact: true }).waitFor()
      imported = (imported + 1) % months.length
    },
  },
  { name: 'imports', path: '/imports' },
]
