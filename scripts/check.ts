/** `npm run check`: a line for each kind of check, with the details of those that fail. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { binaryPath, root } from './tools.ts'

interface Step {
  name: string
  binary: string
  args: string[]
}

/** The server's code sees no browser, the web app's no server, tests of the two see both. */
const typesOf = (project: string, cache: string) => [
  '--project',
  project,
  '--incremental',
  '--tsBuildInfoFile',
  `.cache/${cache}.json`,
]

/** The longest first, so that they end together. */
const steps: Step[] = [
  { name: 'types', binary: 'tsc', args: typesOf('.', 'types') },
  { name: 'web', binary: 'tsc', args: typesOf('src/web', 'web-types') },
  { name: 'browser', binary: 'tsc', args: typesOf('test/browser', 'browser-types') },
  { name: 'rules', binary: 'oxlint', args: [] },
  { name: 'unused', binary: 'knip', args: ['--no-progress'] },
  { name: 'style', binary: 'vitest', args: ['run', '--project', 'pure', 'test/tidy.test.ts'] },
  { name: 'format', binary: 'oxfmt', args: ['--check', '.'] },
]

const queue = [...steps]
let failures = 0
await Promise.all(Array.from({ length: availableParallelism() }, work))
process.exitCode = failures > 0 ? 1 : 0

async function work() {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const startedAt = performance.now()
    const { code, output } = await run(step)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)
    console.log(`${step.name.padEnd(8)} ${seconds} s  ${code === 0 ? 'ok' : 'failed'}`)
    if (code === 0) continue
    failures++
    const shown = process.stdout.isTTY ? output : stripVTControlCharacters(output)
    console.log(`\n${shown.trim()}\n`)
  }
}

function run({ binary, args }: Step): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [binaryPath(binary), ...args], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((settle, reject) => {
    child.on('error', reject)
    child.on('close', (code) => settle({ code, output }))
  })
}
