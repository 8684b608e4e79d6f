import { execFileSync } from 'node:child_process'
import { findChromium } from './chromium.ts'

/** Makes ready what pages are tested with: Chromium, and the web app as it was last written. */
export function setup() {
  findChromium()
  execFileSync(process.execPath, ['scripts/build.ts', '--if-stale'], { stdio: 'inherit' })
}
