import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installWithApt } from './apt.ts'

const oldestMajor = 15

const programs = ['initdb', 'postgres', 'pg_isready']

/** Folders that hold one folder a version, where packages put server programs off the path. */
const versionFolders = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt', '/usr/local/opt']

/**
 * The folder of PostgreSQL's server programs, the newest there is. Where none is installed, it is
 * installed with apt if this process may; otherwise an error says what to do.
 */
export function findPostgresBinaries(): string {
  const found = newestInstalled() ?? (install() ? newestInstalled() : undefined)
  if (found !== undefined) return found
  throw new Error(
    `PostgreSQL ${oldestMajor} or newer is needed here and was not found. Install the server, ` +
      'for example with "sudo apt-get install postgresql" on Debian or Ubuntu, or put the folder ' +
      'of its "initdb" on the PATH, and try again.',
  )
}

const install = () => installWithApt('PostgreSQL', ['postgresql'])

function newestInstalled(): string | undefined {
  const versions = candidateFolders().flatMap((folder) => {
    const major = serverMajor(folder)
    return major !== undefined && major >= oldestMajor ? [{ folder, major }] : []
  })
  return versions.toSorted((a, b) => b.major - a.major)[0]?.folder
}

function candidateFolders(): string[] {
  const onPath = (process.env['PATH'] ?? '').split(':')
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
  const packaged = versionFolders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((version) => join(folder, version, 'bin')))
  return [...onPath, ...(configured ? [configured] : []), ...packaged]
}

function serverMajor(folder: string): number | undefined {
  if (!programs.every((program) => existsSync(join(folder, program)))) return undefined
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1]
  return major === undefined ? undefined : Number(major)
}
