import { spawnSync } from 'node:child_process'
import { installWithApt } from './apt.ts'

const programs = {
  zbarimg: 'zbar-tools',
  dmtxread: 'dmtx-utils',
  pdftoppm: 'poppler-utils',
} as const

/**
 * Makes sure that the readers of zbar and libdmtx are there, and poppler, which draws PDF: as
 * installed, or installed with apt where this process may; otherwise an error says what to do.
 */
export function findBarcodeReaders(): void {
  const missing = Object.entries(programs).filter(([program]) => !isInstalled(program))
  if (missing.length === 0) return
  const packages = missing.map(([, name]) => name)
  installWithApt('readers of barcodes', packages)
  if (missing.every(([program]) => isInstalled(program))) return
  throw new Error(
    `Labels are read by independent programs here, and ${packages.join(' and ')} were not found. ` +
      `Install them, for example with "sudo apt-get install ${packages.join(' ')}", and try again.`,
  )
}

const isInstalled = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined

/** What zbar reads in a picture: each code as `KIND:data`. */
export function readWithZbar(path: string): string[] {
  const { stdout } = spawnSync('zbarimg', ['--quiet', path], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line !== '')
}

/** What libdmtx reads in a picture of one Data Matrix. */
export const readWithDmtx = (path: string): string =>
  spawnSync('dmtxread', ['-N1', path], { encoding: 'utf8', timeout: 60_000 }).stdout

/** The first page of a PDF as poppler draws it at 300 dots an inch, as PNG. */
export function drawPdf(pdf: Uint8Array): Uint8Array {
  const options = { input: pdf, maxBuffer: 64 * 1024 * 1024 }
  return spawnSync('pdftoppm', ['-r', '300', '-png', '-singlefile', '-'], options).stdout
}
