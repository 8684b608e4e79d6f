import { Option, type Command } from 'commander'
import {
  checkPrinter,
  deletePrinter,
  listPrinters,
  savePrinter,
} from '../../contract/label-jobs.ts'
import { withExamples } from '../examples.ts'
import { parseDpi, parsePort } from '../inputs.ts'
import { inSession } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'

interface PrinterOptions {
  readonly kind: 'zpl' | 'ipp'
  readonly port?: number
  readonly path?: string
  readonly dpi: number
  readonly darkness?: number
}

/** What printers of a kind usually listen on. */
const usualPort = { zpl: 9100, ipp: 631 } as const

/** Commands about the printers that labels may be sent to. */
export function addPrinterCommands(program: Command, world: World): void {
  const printer = program
    .command('printer')
    .summary('allow printers of labels, and ask whether they can print')
  withExamples(printer, 'seriatim printer add Bench 192.168.1.40', 'seriatim printer check Bench')
  addAdd(printer, world)
  addNamed(printer, world)
  const list = printer
    .command('list')
    .summary('list the printers that labels may be sent to')
    .action(() =>
      inSession(world, list, async ({ client, print }) => {
        const { printers } = await client.call(listPrinters, {})
        print(printers, () =>
          table(
            ['name', 'speaks', 'address', 'dots an inch'],
            printers.map(({ name, kind, host, port, path = '', dpi }) => [
              name,
              kind,
              `${host}:${port}${path}`,
              dpi,
            ]),
          ),
        )
      }),
    )
}

function addAdd(printer: Command, world: World): void {
  const add = printer
    .command('add')
    .summary('allow a printer, or change one')
    .argument('<name>', 'what people call it')
    .argument('<host>', 'its address in the network')
    .addOption(new Option('--kind <kind>', 'what it speaks').choices(['zpl', 'ipp']).default('zpl'))
    .option('--port <port>', '9100 for ZPL and 631 for IPP when absent', parsePort)
    .option('--path <path>', 'the queue, for IPP, such as /printers/labels')
    .option('--dpi <dots>', 'dots an inch', parseDpi, 203)
    .option(
      '--darkness <level>',
      'from -30 to 30, for ZPL; as the printer is set when absent',
      Number,
    )
    .action((name: string, host: string, options: PrinterOptions) =>
      inSession(world, add, async ({ client, print }) => {
        const port = options.port ?? usualPort[options.kind]
        const saved = await client.call(savePrinter, { name, host, ...options, port })
        print(saved, () => `Labels may be sent to ${clean(saved.name)}.`)
      }),
    )
  withExamples(
    add,
    'seriatim printer add Bench 192.168.1.40 --dpi 300',
    'seriatim printer add Office cups.example.com --kind ipp --path /printers/labels --dpi 600',
  )
}

function addNamed(printer: Command, world: World): void {
  const check = printer
    .command('check')
    .summary('ask a printer whether it can print')
    .argument('<name>', 'its name')
    .action((name: string) =>
      inSession(world, check, async ({ client, print }) => {
        const answer = await client.call(checkPrinter, { printer: name })
        if (!answer.isReady) world.endWith(1)
        print(answer, () =>
          clean(answer.isReady ? `${name} is ready.` : `${name}: ${answer.problems.join(' ')}`),
        )
      }),
    )
  const remove = printer
    .command('remove')
    .summary('allow a printer no longer')
    .argument('<name>', 'its name')
    .action((name: string) =>
      inSession(world, remove, async ({ client, print }) => {
        const removed = await client.call(deletePrinter, { printer: name })
        print(removed, () => `Nothing can be sent to ${clean(name)} any more.`)
      }),
    )
}
