import type { Command } from 'commander'
import { failInEnglish } from '../../contract/problem.ts'
import { backupStore, checkStore } from '../../contract/store-care.ts'
import { withExamples } from '../examples.ts'
import { parsePort, parseUrl } from '../inputs.ts'
import { inSession, localOptions } from '../session.ts'
import type { ServeOptions, World } from '../world.ts'

/** Commands that look after the server and the store. */
export function addCareCommands(program: Command, world: World): void {
  const serve = program
    .command('serve')
    .summary('start the server')
    .option('--port <port>', 'port to listen on; 0 takes any that is free', parsePort, 8420)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--public-url <address>', 'the address that people use (or SERIATIM_URL)', parseUrl)
    .option('--tls-cert <file>', 'certificate, to serve HTTPS')
    .option('--tls-key <file>', 'key of the certificate')
    .option('--trust-proxy <address>', 'proxy that is believed about who asks and how')
    .option('--log', 'write a line for each request to a terminal too; elsewhere it always is')
    .action((options: ServeOptions) => {
      if ((options.tlsCert === undefined) !== (options.tlsKey === undefined)) {
        failInEnglish('input_invalid', 'Give both --tls-cert and --tls-key, or neither.')
      }
      return world.serve(options)
    })
  withExamples(
    serve,
    'seriatim serve',
    'seriatim serve --port 9000 --host 0.0.0.0',
    'seriatim serve --public-url https://stock.example --trust-proxy 127.0.0.1',
  )
  addBackup(program, world)
  addCheck(program, world)
}

function addBackup(program: Command, world: World): void {
  const backup = program
    .command('backup')
    .summary('write a consistent copy of the company to a file, while work goes on')
    .argument('<path>', 'the file to write')
    .action((path: string) =>
      inSession(world, backup, async ({ client, print }) => {
        const done = await client.call(backupStore, { path })
        print(done, () => `Backed up ${done.events} events to ${done.path} (${done.bytes} bytes).`)
      }),
    )
  const restore = program
    .command('restore')
    .summary('make a company from a backup')
    .argument('<path>', 'the backup')
    .action(async (path: string) => {
      const { company, json } = localOptions(restore)
      await world.restore({ company }, path)
      const words = `Restored the company ${company}.`
      world.stdout.write(`${json ? JSON.stringify({ company }) : words}\n`)
    })
  withExamples(backup, 'seriatim backup main-2026-03-02.backup')
  withExamples(restore, 'seriatim --company restored restore main-2026-03-02.backup')
}

function addCheck(program: Command, world: World): void {
  const check = program
    .command('check-store')
    .summary('check that every stored state is what its history says')
    .action(() =>
      inSession(world, check, async ({ client, print, world: { stderr } }) => {
        const faults: { unit: number | null; fault: string }[] = []
        let checked = 0
        for await (const line of client.stream(checkStore, {})) {
          checked = line.checked
          faults.push(...line.faults)
          if (stderr.isTTY) stderr.write(`\r${checked} of ${line.units} units`)
        }
        if (stderr.isTTY) stderr.write('\r\u001b[K')
        if (faults.length > 0) world.endWith(1)
        const told = faults
          .map(({ unit, fault }) => (unit === null ? `${fault}\n` : `#${unit}: ${fault}\n`))
          .join('')
        print(
          { checked, faults },
          () => `${told}${checked} units checked, ${faults.length} faults.`,
        )
      }),
    )
  withExamples(check, 'seriatim check-store', 'seriatim check-store --json > check.json')
}
