import type { Page } from 'playwright-core'
import { press } from '../../test/browser/keyboard.ts'
import { scannerPresses } from '../../test/support/scanner.ts'
import type { Screen } from './screen.ts'

/** Scans codes one after the other; each is waited for until the screen shows it. */
const scans =
  (...codes: readonly string[]) =>
  async (page: Page) => {
    for (const code of codes) {
      await press(page, scannerPresses(code, 'us', false))
      await page.getByText(code).first().waitFor({ timeout: 5000 })
    }
  }

/** Each picture receives units of its own: what was received is not received again. */
let received = 0
const expected = () => `VC6-${String((received += 1)).padStart(5, '0')}`

/** Waits until the pictures of labels are drawn. */
const labelsDrawn = (page: Page) => page.locator('main img').first().waitFor()

/** The places of work, before and amid it. */
export const workScreens: readonly Screen[] = [
  { name: 'receive', path: '/receive' },
  {
    name: 'receive-scanned',
    path: '/receive',
    arrange: (page) => scans('H-1', 'PO-7', expected(), expected(), 'EB-26-00001')(page),
  },
  { name: 'move', path: '/move' },
  {
    name: 'move-scanned',
    path: '/move',
    arrange: scans('EB-26-00002', 'EB-26-00003', 'EB-26-00018', 'PALLET-07', 'EB-26-09999'),
  },
  { name: 'pack', path: '/pack' },
  { name: 'pack-scanned', path: '/pack', arrange: scans('PALLET-07') },
  { name: 'ship', path: '/ship' },
  {
    name: 'ship-scanned',
    path: '/ship',
    arrange: scans('SO-31', 'EB-26-00041', 'EB-26-00042', 'EB-26-00043', 'EB-26-00017'),
  },
  { name: 'labels', path: '/labels', arrange: labelsDrawn },
  {
    name: 'labels-print',
    path: '/labels?print=item:EBIKE-T1',
    arrange: (page) => page.getByRole('dialog').getByText('One of these labels').waitFor(),
  },
  { name: 'labels-designer', path: '/labels/templates/unit-51x25', arrange: labelsDrawn },
  { name: 'scanners', path: '/settings/scanners' },
  { name: 'scanners-sheet', path: '/settings/scanners/sheet' },
]
