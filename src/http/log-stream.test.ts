import { execFile } from 'node:child_process'
import { PassThrough } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { gatheringLog } from './log-stream.ts'

it('writes the lines of one turn in one go, in their order', async () => {
  const target = new PassThrough({ encoding: 'utf8' })
  const written: string[] = []
  target.on('data', (chunk: string) => written.push(chunk))
  const log = gatheringLog(target)
  log.write('1\n')
  log.write('2\n')
  await nextTurn()
  log.write('3\n')
  await nextTurn()
  await nextTurn()
  expect(written).toEqual(['1\n2\n', '3\n'])
})

it('writes what a process says last, also when it ends at once or by an error', async () => {
  const path = JSON.stringify(new URL('./log-stream.ts', import.meta.url).href)
  const open = `import(${path}).then(({ gatheringLog }) => {
    gatheringLog(process.stderr).write('the last line\\n')`
  for (const end of [
    'process.exit(3) })',
    "process.nextTick(() => { throw new Error('oops') }) })",
  ]) {
    const ended = promisify(execFile)(process.execPath, ['--eval', `${open}; ${end}`])
    await expect(ended).rejects.toMatchObject({
      stderr: expect.stringContaining('the last line\n') as string,
    })
  }
})
