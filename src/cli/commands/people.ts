import { Option, type Command } from 'commander'
import type { z } from 'zod'
import { accessActs, listAccessLog } from '../../contract/access-log.ts'
import {
  changePerson,
  invitePerson,
  listPeople,
  ownerLink,
  resetPerson,
  setBadge,
  type personView,
} from '../../contract/people.ts'
import { roleNames, type Role } from '../../contract/permission.ts'
import { failInEnglish } from '../../contract/problem.ts'
import { whoAmI } from '../../contract/sessions.ts'
import { withExamples } from '../examples.ts'
import { parseLimit } from '../inputs.ts'
import { inSession, type Session } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'

type Person = z.output<typeof personView>

const roleOption = () =>
  new Option('--role <role>', 'what the person may do').choices([...roleNames])
const companyOption = () =>
  new Option('--in <company>', 'the company of that role; * for all').default('*')

/** Commands about the people who may sign in. */
export function addPeopleCommands(program: Command, world: World): void {
  const people = program
    .command('people')
    .summary('list, invite and change the people who may sign in')
  withExamples(people, 'seriatim people list', 'seriatim people invite ann --name "Ann Okafor"')
  addList(people, world)
  addInvite(people, world)
  addChange(people, world)
  addReset(people, world)
  addBadge(people, world)
  addOwnerLink(program, world)
  addAccessLog(program, world)
  addWhoAmI(program, world)
}

function addList(people: Command, world: World): void {
  const list = people.command('list').summary('list the people who may sign in')
  list.action(() =>
    inSession(world, list, async ({ client, print }) => {
      const found = (await client.call(listPeople, {})).people
      print(found, () =>
        found.length === 0
          ? 'Nobody yet. Make the first owner by: seriatim owner-link'
          : table(
              ['login', 'name', 'roles', 'seen', ''],
              found.map((one) => [one.login, one.name, rolesOf(one), one.seen, stateOf(one)]),
            ),
      )
    }),
  )
}

const rolesOf = ({ memberships }: Person): string =>
  memberships.map(({ company, role }) => (company === '*' ? role : `${role} of ${company}`)).join()

const stateOf = ({ disabled, canSignIn }: Person): string =>
  disabled ? 'disabled' : canSignIn ? '' : 'invited'

function addInvite(people: Command, world: World): void {
  const invite = people
    .command('invite')
    .summary('add a person; prints the link to send to them')
    .argument('<login>', 'what the person signs in with and is remembered by')
    .requiredOption('--name <name>', 'the person’s name')
    .addOption(roleOption().default('operator'))
    .addOption(companyOption())
    .action((login: string, options: { name: string; role: Role; in: string }) =>
      inSession(world, invite, async ({ client, print }) => {
        const memberships = [{ company: options.in, role: options.role }]
        const made = await client.call(invitePerson, { login, name: options.name, memberships })
        print(made, () => linkFor(made, made.person.name))
      }),
    )
  withExamples(invite, 'seriatim people invite ann --name "Ann Okafor" --role manager --in main')
}

const linkFor = ({ link, expires }: { link: string; expires: string }, name: string): string =>
  `A link for ${clean(name)}, good once and until ${expires}:\n  ${link}`

function addChange(people: Command, world: World): void {
  const change = people
    .command('change')
    .summary('change the name or a role of a person, or disable the account')
    .argument('<login>')
    .option('--name <name>', 'another name')
    .addOption(roleOption())
    .addOption(companyOption())
    .option('--no-role', 'take the role in that company away')
    .option('--disable', 'let the person sign in no longer')
    .option('--enable', 'let the person sign in again')
    .action((login: string, options: ChangeOptions) =>
      inSession(world, change, async (session) => {
        const person = await personOf(session, login)
        const changed = await session.client.call(changePerson, {
          person: person.id,
          ...(options.name !== undefined && { name: options.name }),
          ...(options.role !== undefined && { memberships: withRole(person, options) }),
          ...(options.disable && { disabled: true }),
          ...(options.enable && { disabled: false }),
        })
        session.print(changed, () => `Changed ${clean(changed.person.name)}.`)
      }),
    )
  withExamples(
    change,
    'seriatim people change ann --role owner',
    'seriatim people change ann --no-role --in main',
    'seriatim people change ann --disable',
  )
}

interface ChangeOptions {
  readonly name?: string
  readonly role?: Role | false
  readonly in: string
  readonly disable?: true
  readonly enable?: true
}

function withRole(person: Person, { role, in: company }: ChangeOptions): Person['memberships'] {
  const others = person.memberships.filter((one) => one.company !== company)
  return role === undefined || role === false ? others : [...others, { company, role }]
}

function addReset(people: Command, world: World): void {
  const reset = people
    .command('reset')
    .summary('print a link by which a person chooses a new password; ends their sessions')
    .argument('<login>')
    .action((login: string) =>
      inSession(world, reset, async (session) => {
        const person = await personOf(session, login)
        const made = await session.client.call(resetPerson, { person: person.id })
        session.print(made, () => linkFor(made, person.name))
      }),
    )
}

function addBadge(people: Command, world: World): void {
  const badge = people
    .command('badge')
    .summary('give a person a badge for shared stations, or take it away')
    .argument('<login>')
    .argument('[code]', 'what the scanner reads from the badge; none to take it away')
    .option('--pin <digits>', 'asked for after the scan')
    .option('--no-pin', 'ask for no PIN any more')
    .action((login: string, code: string | undefined, { pin }: { pin?: string | boolean }) =>
      inSession(world, badge, async (session) => {
        const person = await personOf(session, login)
        const changed = await session.client.call(setBadge, {
          person: person.id,
          badge: code ?? null,
          ...(typeof pin === 'string' && { pin }),
          ...(pin === false && { pin: null }),
        })
        session.print(changed, () => `Changed the badge of ${clean(person.name)}.`)
      }),
    )
  withExamples(badge, 'seriatim people badge ann K7Q2M9XT --pin 4711', 'seriatim people badge ann')
}

/** The person who signs in so. */
async function personOf({ client }: Session, login: string): Promise<Person> {
  const { people } = await client.call(listPeople, {})
  const found = people.find((person) => person.login === login.toLowerCase())
  return (
    found ?? failInEnglish('not_found', `Nobody signs in as ${login}. See: seriatim people list`)
  )
}

function addOwnerLink(program: Command, world: World): void {
  const link = program
    .command('owner-link')
    .summary('print a link for a new owner, or for one who is locked out, on the server itself')
    .argument('[login]', 'an owner who is locked out')
    .action((login: string | undefined) =>
      inSession(world, link, async ({ client, print }) => {
        const made = await client.call(ownerLink, login === undefined ? {} : { login })
        print(made, () => linkFor(made, login ?? 'a new owner'))
      }),
    )
  withExamples(link, 'seriatim owner-link', 'seriatim owner-link ann')
}

function addAccessLog(program: Command, world: World): void {
  const log = program
    .command('access-log')
    .summary('list who signed in and who changed what about access, the latest first')
    .option('--limit <count>', 'how many rows', parseLimit, 50)
    .action(({ limit }: { limit: number }) =>
      inSession(world, log, async ({ client, print }) => {
        const { entries } = await client.call(listAccessLog, { limit })
        print(entries, () =>
          table(
            ['time', 'who', 'what', 'detail', 'from'],
            entries.map(({ time, actor, act, subject, detail, address }) => [
              time,
              actor,
              `${accessActs[act]} ${subject ?? ''}`,
              detail,
              address,
            ]),
          ),
        )
      }),
    )
  withExamples(log, 'seriatim access-log', 'seriatim access-log --limit 500 --json')
}

function addWhoAmI(program: Command, world: World): void {
  const who = program.command('whoami').summary('say who asks, and what they may')
  who.action(() =>
    inSession(world, who, async ({ client, print }) => {
      const session = await client.call(whoAmI, {})
      const name = session.person?.name ?? session.as
      print(session, () =>
        [
          `${clean(name)}${session.role === null ? '' : `, ${session.role} of all companies`}`,
          ...session.companies.map(
            ({ company, permissions }) => `${company}: ${permissions.join(', ')}`,
          ),
        ].join('\n'),
      )
    }),
  )
  withExamples(who, 'seriatim whoami', 'seriatim whoami --json')
}
