import { execFileSync } from 'node:child_process'

/** Builds the web app for the tests that open it, unless it stands there as it should be. */
export function setup() {
  execFileSync(process.execPath, ['scripts/build.ts', '--if-stale'], { stdio: 'inherit' })
}
