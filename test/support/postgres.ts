import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findPostgresBinaries } from './postgres-binaries.ts'

/** A private PostgreSQL server. Nothing is left of it once its owner has ended, even by SIGKILL. */
export interface PostgresServer {
  /** Of the database "postgres", as its superuser, through a socket that nobody else can reach. */
  url: string
  dataDirectory: string
  stop(): Promise<void>
  /** Kills every process of the server at once, and starts it again on what it had written. */
  crash(): Promise<void>
}

/** Short, as a socket's path has to be, and where another user than root can go. */
const temporaryFolder = process.getuid?.() === 0 || tmpdir().length > 50 ? '/tmp' : tmpdir()

/**
 * Starts a server of its own on an empty data folder, with the installed programs of PostgreSQL 15
 * or newer. As root it runs under another user, because PostgreSQL refuses to run as root.
 *
 * @param settings lines of postgresql.conf, such as `{ shared_buffers: '1GB' }`. Without any the
 *   server is as durable as in production.
 */
export async function startPostgres(
  settings: Record<string, string> = {},
): Promise<PostgresServer> {
  const binaries = findPostgresBinaries()
  const user = serverUser()
  const folder = mkdtempSync(join(temporaryFolder, 'seriatim-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const supervisor = startSupervisor(folder, [join(binaries, 'postgres'), '-D', data], user)
  const stop = async () => {
    if (supervisor.exitCode !== null || supervisor.signalCode !== null) return
    supervisor.ref()
    supervisor.stdin?.end()
    await once(supervisor, 'exit')
  }
  const start = async () => {
    rmSync(join(folder, 'server.pid'), { force: true })
    supervisor.stdin?.write('start\n')
    await waitUntilReady(folder, join(binaries, 'pg_isready'))
  }
  try {
    createData(join(binaries, 'initdb'), data, user)
    const own = { listen_addresses: '', unix_socket_directories: folder, timezone: 'UTC' }
    appendFileSync(join(data, 'postgresql.conf'), settingLines({ ...own, ...settings }))
    await start()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    dataDirectory: data,
    stop,
    async crash() {
      await killServer(serverPid(folder)!)
      await start()
    },
  }
}

function settingLines(settings: Record<string, string>): string {
  const quote = (value: string) => `'${value.replaceAll("'", "''")}'`
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${quote(value)}\n`)
    .join('')
}

interface User {
  uid?: number
  gid?: number
}

/** Who runs the server: ourselves, or, when we are root, the first unprivileged user there is. */
function serverUser(): User {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((option) => {
      const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' })
      return status === 0 ? Number(stdout) : undefined
    })
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody".')
}

/**
 * Starts the server for each line that it reads, and reaps it when it has crashed. The end of its
 * input comes when its parent stops it or dies, even by SIGKILL: then it ends the server and
 * removes the folder. It has a session of its own, so that a Ctrl-C does not end it before that.
 */
const supervisorScript = `
  while read -r start; do
    wait
    "$@" </dev/null >>"$0/log" 2>&1 &
    echo $! >"$0/server.pid"
  done
  kill -TERM "$!"; kill -QUIT "$!"
  wait
  rm -rf "$0"
`

function startSupervisor(folder: string, server: string[], user: User): ChildProcess {
  const supervisor = spawn('sh', ['-c', supervisorScript, folder, ...server], {
    ...user,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  supervisor.unref()
  return supervisor
}

/** Without the caller's own settings for PostgreSQL. */
function serverEnvironment() {
  return { PATH: process.env['PATH'], LC_ALL: 'C' }
}

function createData(initdb: string, data: string, user: User): void {
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'
  const options = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync']
  const { status, error, stderr } = spawnSync(
    initdb,
    ['-D', data, `--locale=${locale}`, ...options],
    { ...user, cwd: '/', env: serverEnvironment(), encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`PostgreSQL's initdb failed: ${error?.message ?? stderr}`)
}

async function waitUntilReady(folder: string, isReady: string): Promise<void> {
  for (;;) {
    const { status, error } = spawnSync(isReady, ['-h', folder], { env: serverEnvironment() })
    if (status === 0) return
    if (error) throw error
    const pid = serverPid(folder)
    if (pid !== undefined && !isRunning(pid)) {
      const log = readFileSync(join(folder, 'log'), 'utf8')
      throw new Error(`PostgreSQL has ended while it was started:\n${log.slice(-2000)}`)
    }
    await sleep(20)
  }
}

async function killServer(server: number): Promise<void> {
  const children = `/proc/${server}/task/${server}/children`
  const workers = existsSync(children) ? readFileSync(children, 'utf8').match(/\d+/g) : null
  const pids = [server, ...(workers ?? []).map(Number)]
  for (const pid of pids) killProcess(pid)
  while (pids.some(isRunning)) await sleep(10)
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

function serverPid(folder: string): number | undefined {
  const file = join(folder, 'server.pid')
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN
  return Number.isNaN(pid) ? undefined : pid
}

/** A process that has ended and that nobody has waited for yet still answers to signals. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
