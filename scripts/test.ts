/**
 * `npm test`: every test, or those that the arguments name as for vitest (`npm test -- src/gs1`).
 * The last line is the count, `123 passed, 0 failed`.
 */
import type { Vitest } from 'vitest/node'
import { createReporter } from '../test/support/reporter.ts'
import { root } from './tools.ts'

// Read by vitest when it is loaded, and by the processes that it starts.
if (!process.stdout.isTTY) process.env['NO_COLOR'] ??= '1'
const { parseCLI, startVitest } = await import('vitest/node')

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const { reporter, count } = createReporter({ isFiltered: options.testNamePattern !== undefined })
try {
  const settings = { ...options, root, watch: false, allowOnly: false, reporters: [reporter] }
  const streams = { stdout: process.stdout, stderr: process.stdout }
  const vitest = await startVitest('test', filter, settings, {}, streams)
  if (count.passed + count.failed === 0) await explainEmptyRun(vitest)
  await vitest.close()
} catch (error) {
  console.error(error)
  count.failed++
}
console.log(`\n${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1)

/** Where there are tests, what they need could not be set up: vitest has said why. */
async function explainEmptyRun(vitest: Vitest): Promise<void> {
  const files = await vitest.globTestSpecifications(filter)
  if (files.length > 0) count.failed++
  else console.log(`No test was found for: ${filter.join(' ')}`)
}
