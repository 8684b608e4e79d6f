import { existsSync } from 'node:fs'
import { installWithApt } from './apt.ts'

/** Where systems have Chromium, or a browser of its kind. */
const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The program of Chromium: the one that CHROMIUM names, or one that is installed. Where there is
 * none it is installed with apt if this process may; otherwise an error says what to do.
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM']
  const installed = () => usualPaths.find((path) => existsSync(path))
  const found =
    named ?? installed() ?? (installWithApt('Chromium', ['chromium']) ? installed() : undefined)
  if (found !== undefined) return found
  throw new Error(
    'Pages are tested in Chromium, and none was found. Install it, for example with ' +
      '"sudo apt-get install chromium", or name the program in CHROMIUM, and try again.',
  )
}
