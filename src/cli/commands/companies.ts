import { Argument, type Command } from 'commander'
import {
  createCompany,
  deleteDemo,
  demoNames,
  listCompanies,
  openDemo,
  renameCompany,
  type CompanyView,
  type DemoName,
} from '../../contract/companies.ts'
import { withExamples } from '../examples.ts'
import { startProgress } from '../progress.ts'
import { inSession, type Session } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'

/** Commands about the companies of a server, and the demo companies. */
export function addCompanyCommands(program: Command, world: World): void {
  addList(program, world)
  addCreate(program, world)
  addRename(program, world)
  addDemo(program, world)
}

function addList(program: Command, world: World): void {
  const list = program
    .command('companies')
    .summary('list the companies')
    .action(() =>
      inSession(world, list, async ({ client, print }) => {
        const { companies } = await client.call(listCompanies, {})
        const rows = companies.map((one) => [one.company, one.name, one.demo ? 'demo' : ''])
        print(companies, () => table(['company', 'name', ''], rows))
      }),
    )
  withExamples(list, 'seriatim companies', 'seriatim companies --json')
}

function addCreate(program: Command, world: World): void {
  const create = program
    .command('create-company')
    .summary('make a company of its own: its data is apart from all others')
    .argument('<key>', 'lower-case letters, digits and underscores')
    .option('--name <name>', 'the name that people see; the key when absent')
    .action((company: string, { name = company }: { name?: string }) =>
      inSession(world, create, async ({ client, print }) => {
        const made = await client.call(createCompany, { company, name })
        print(made, () => `Created the company ${company}. Name it with --company ${company}.`)
      }),
    )
  withExamples(
    create,
    'seriatim create-company north --name "North store"',
    'seriatim --company north list item',
  )
}

function addRename(program: Command, world: World): void {
  const rename = program
    .command('rename-company')
    .summary('change the name under which people see the company; its key stays')
    .argument('<name>', 'the new name')
    .action((name: string) =>
      inSession(world, rename, async ({ client, print }) => {
        const done = await client.call(renameCompany, { name })
        print(done, () => `The company is called ${clean(name)} now.`)
      }),
    )
  withExamples(rename, 'seriatim --company north rename-company "Northern store"')
}

function addDemo(program: Command, world: World): void {
  const demo = program
    .command('demo')
    .summary('make a demo company to look around in, with a year of history')
    .addArgument(new Argument('<which>', 'an e-bike maker, or a fish processor').choices(demoNames))
    .option('--delete', 'delete it again, with all that was tried in it')
    .action((which: DemoName, options: { delete?: boolean }) =>
      inSession(world, demo, (session) =>
        options.delete ? leaveDemo(session, which) : enterDemo(session, which),
      ),
    )
  withExamples(
    demo,
    'seriatim demo bikes',
    'seriatim --company demo_bikes find "item:TW-CITY status:in_repair"',
    'seriatim demo bikes --delete',
  )
}

async function enterDemo({ client, print, world }: Session, demo: DemoName): Promise<void> {
  const bar = startProgress(world, 'Making a year of history', 'events')
  let company: CompanyView | null = null
  try {
    for await (const line of client.stream(openDemo, { demo })) {
      const { recorded, total } = line.progress
      bar.update(recorded, total, recorded)
      company = line.company
    }
  } finally {
    bar.stop()
  }
  const { company: key, name } = company!
  print(company, () => `${name} is there. Look around with --company ${key}.`)
}

async function leaveDemo({ client, print }: Session, demo: DemoName): Promise<void> {
  const gone = await client.call(deleteDemo, { demo })
  print(gone, () => `Deleted the demo company ${gone.company}.`)
}
