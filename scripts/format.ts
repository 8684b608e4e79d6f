/** `npm run format`: lays out all code as `npm run check` wants it. */
import { spawnSync } from 'node:child_process'
import { binaryPath, root } from './tools.ts'

const { status } = spawnSync(process.execPath, [binaryPath('oxfmt'), ...formatted()], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1

function formatted(): string[] {
  const files = process.argv.slice(2)
  return files.length > 0 ? files : ['.']
}
