/**
 * Builds the web app into dist/web, compressed beside each file, and says how large it is.
 *
 *   node scripts/build.ts              build
 *   node scripts/build.ts --if-stale   build only when a source is newer than what was built
 */
import { isStale } from './web-build/stale.ts'
import { buildWeb } from './web-build/web-build.ts'
import { describeSizes, measureSizes } from './web-build/sizes.ts'

const isConditional = process.argv.includes('--if-stale')

if (!isConditional || isStale()) {
  if (isConditional) console.log('Building the web app (only when it has changed) ...')
  await buildWeb()
  console.log(describeSizes(measureSizes()))
}
