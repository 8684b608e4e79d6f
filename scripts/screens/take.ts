/**
 * `npm run screens`: pictures of every screen in light and dark, on a desktop and on a phone, into
 * docs/screens. `npm run screens -- unit find` takes those whose names begin so.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApp } from '../../test/browser/app.ts'
import { closeBrowser } from '../../test/browser/browser.ts'
import { setup } from '../../test/support/build-web.ts'
import { seedAccess } from './access-screens.ts'
import { withPalette } from './palette.ts'
import { screens } from './screens.ts'
import { seedCompany } from './seed.ts'
import { root } from '../tools.ts'

const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const

const wanted = process.argv.slice(2)
const folder = process.env['SCREENS'] ?? join(root, 'docs/screens')
mkdirSync(folder, { recursive: true })

setup()
const app = await openApp()
try {
  await seedCompany(app)
  await seedAccess(app)
  for (const { name, path, arrange } of screens) {
    if (wanted.length > 0 && !wanted.some((one) => name.startsWith(one))) continue
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [size, viewport] of Object.entries(sizes)) {
        const { page, close } = await app.open(path, { viewport, colorScheme })
        await arrange?.(page)
        await page.waitForTimeout(200)
        await page.getByLabel('Loading').first().waitFor({ state: 'detached' })
        await page.evaluate('document.fonts.ready')
        await page.waitForTimeout(200)
        const picture = withPalette(await page.screenshot())
        writeFileSync(join(folder, `${name}-${size}-${colorScheme}.png`), picture)
        await close()
      }
    }
    console.log(name)
  }
} finally {
  await closeBrowser()
  await app.close()
}
