import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Installs packages with apt where this process may, and says so; false where it may not, or where
 * it failed. Several processes that want something at the same time take turns.
 *
 * @param what is installed, for people to read
 */
export function installWithApt(what: string, packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  process.stderr.write(`Installing ${what} with apt (once) ...\n`)
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  return [['update'], install].every((args) => {
    const inTurn = [join(tmpdir(), 'seriatim-apt.lock'), 'apt-get', '-qq', ...args]
    const { status, stdout, stderr } = spawnSync('flock', inTurn, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (status !== 0) process.stderr.write(`${stdout}${stderr}`)
    return status === 0
  })
}
