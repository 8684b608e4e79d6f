/**
 * Builds the web app into dist/web, compressed beside each file.
 *
 *   node scripts/build.ts              build, and say how large each screen is
 *   node scripts/build.ts --if-stale   build only when a source is newer than what was built
 */
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { root } from './tools.ts'
import { describeSizes, measureSizes } from './web-build/sizes.ts'
import { isStale } from './web-build/stale.ts'
import { buildWeb } from './web-build/web-build.ts'

const isConditional = process.argv.includes('--if-stale')

if (!isConditional || isStale()) {
  await withLock(join(root, '.cache/web-build.lock'), async () => {
    // Another process may have built it while this one waited.
    if (isConditional && !isStale()) return
    if (isConditional) console.log('Building the web app (only when it has changed) ...')
    await buildWeb()
    if (!isConditional) console.log(describeSizes(measureSizes()))
  })
}
