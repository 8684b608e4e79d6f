import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../tools.ts'
import { builtPath } from './paths.ts'

/** Everything that the web app is made of. */
const sources = [
  'src/web',
  'src/i18n',
  'src/client',
  'src/contract',
  'src/domain',
  'src/gs1',
  'src/label',
  'scripts/web-build',
  'package-lock.json',
]

/** Whether a source is newer than what was built, or nothing was built yet. */
export function isStale(): boolean {
  const built = timeOf(join(builtPath, 'index.html'))
  return sources.some((source) => newest(join(root, source)) > built)
}

function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(stats.mtimeMs, ...entries.map((name) => timeOf(join(path, name))))
}

const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
