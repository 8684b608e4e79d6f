import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = dirname(import.meta.dirname)
const run = promisify(execFile)

/** The shell session of the README, as a reader would paste it. */
function session(): string {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block!)
  return blocks.find((block) => block.includes('seriatim generate'))!
}

it('the session of the README works as pasted', { timeout: 120_000 }, async () => {
  const script = `set -e\n${session()}\necho "data in $SERIATIM_DATA"`
  const { stdout } = await run('bash', ['-c', script], { cwd: root })
  expect(stdout).toMatch(/DRIVE-4TB-\d{4}-00001\w\n/)
  expect(stdout).toContain('on hold   SMART 187')
  expect(stdout).toContain('refused, as it must be')
  expect(stdout).toContain('Event 6 is taken back')
  expect(stdout).toContain('29072 units created')
  expect(stdout).toContain('0 faults')
  const data = /data in (.+)\n/.exec(stdout)![1]!
  expect(existsSync(join(data, 'failed.csv'))).toBe(true)
  expect(existsSync(join(data, 'backup.db'))).toBe(true)
})

it('every page that the README and the guides name is there', () => {
  for (const page of ['README.md', 'ARCHITECTURE.md', 'docs/guide.md', 'docs/operating.md']) {
    const text = readFileSync(join(root, page), 'utf8')
    for (const [, target] of text.matchAll(/\]\(([^)#:]+)\)/g)) {
      expect(existsSync(join(root, dirname(page), target!)), `${page} names ${target}`).toBe(true)
    }
  }
})
