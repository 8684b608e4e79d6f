import { InvalidArgumentError, type Command } from 'commander'
import { permissionNames, permissions, type Permission } from '../../contract/permission.ts'
import { failInEnglish } from '../../contract/problem.ts'
import { changeStation, listStations, removeStation } from '../../contract/stations.ts'
import { createToken, listTokens, revokeToken } from '../../contract/tokens.ts'
import { withExamples } from '../examples.ts'
import { parseCount } from '../inputs.ts'
import { inSession, type Session } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'

/** Commands about what is known without a person: tokens of programs, and shared stations. */
export function addTokenCommands(program: Command, world: World): void {
  const token = program.command('token').summary('make, list and revoke tokens of programs')
  withExamples(token, 'seriatim token create shop --allow read,record', 'seriatim token list')
  addList(token, world)
  addCreate(token, world)
  addRevoke(token, world)
  addStationCommands(program, world)
}

function addList(token: Command, world: World): void {
  const list = token.command('list').summary('list the tokens')
  list.action(() =>
    inSession(world, list, async ({ client, print }) => {
      const { tokens } = await client.call(listTokens, {})
      print(tokens, () =>
        tokens.length === 0
          ? 'No tokens yet. Make one with: seriatim token create NAME'
          : table(
              ['name', 'begins', 'company', 'may', 'expires', 'used', ''],
              tokens.map((one) => [
                one.name,
                one.prefix,
                one.company ?? 'all',
                one.permissions.join(),
                one.expires ?? 'never',
                one.used ?? 'never',
                one.revoked === null ? '' : 'revoked',
              ]),
            ),
      )
    }),
  )
}

interface CreateOptions {
  readonly allow: Permission[]
  readonly in?: string
  readonly days?: number
  readonly forever?: true
}

function addCreate(token: Command, world: World): void {
  const create = token
    .command('create')
    .summary('make a token; it is printed once')
    .argument('<name>', 'what the program is remembered by')
    .option('--allow <permissions>', permissionNames.join(', '), parsePermissions, ['read'])
    .option('--in <company>', 'good for this company only')
    .option('--days <days>', 'days until it expires (365)', parseCount)
    .option('--forever', 'let it never expire')
    .action((name: string, options: CreateOptions) =>
      inSession(world, create, async ({ client, print }) => {
        const made = await client.call(createToken, {
          name,
          permissions: options.allow,
          ...(options.in !== undefined && { company: options.in }),
          ...(options.days !== undefined && { days: options.days }),
          ...(options.forever && { days: null }),
        })
        print(made, () => `${made.secret}\nKeep it now: it is not shown again.`)
      }),
    )
  withExamples(create, 'seriatim token create shop --allow read,record --in main --days 90')
}

function parsePermissions(text: string): Permission[] {
  const names = text.split(',').map((name) => name.trim())
  const known = names.filter((name): name is Permission => name in permissions)
  if (known.length === names.length) return known
  throw new InvalidArgumentError(`Take some of ${permissionNames.join(', ')}.`)
}

function addRevoke(token: Command, world: World): void {
  const revoke = token
    .command('revoke')
    .summary('revoke a token; programs that use it are refused from now on')
    .argument('<name>')
    .action((name: string) =>
      inSession(world, revoke, async ({ client, print }) => {
        const { tokens } = await client.call(listTokens, {})
        const found = tokens.find((one) => one.name === name && one.revoked === null)
        if (!found)
          return failInEnglish('not_found', `There is no token ${name} that is still good.`)
        const revoked = await client.call(revokeToken, { token: found.id })
        print(revoked, () => `Revoked the token ${clean(name)}.`)
      }),
    )
  withExamples(revoke, 'seriatim token revoke shop')
}

function addStationCommands(program: Command, world: World): void {
  const station = program.command('station').summary('list, change and remove shared stations')
  withExamples(station, 'seriatim station list', 'seriatim station remove "Dock 1"')
  const list = station.command('list').summary('list the shared stations')
  list.action(() =>
    inSession(world, list, async ({ client, print }) => {
      const { stations } = await client.call(listStations, {})
      print(stations, () =>
        stations.length === 0
          ? 'No stations yet. A browser is made one on its page Settings, Stations.'
          : table(
              ['name', 'company', 'location', 'idle minutes', 'seen'],
              stations.map((one) => [
                one.name,
                one.company,
                one.location,
                one.idleMinutes,
                one.seen,
              ]),
            ),
      )
    }),
  )
  const change = station
    .command('change')
    .summary('change the place or the idle time of a station')
    .argument('<name>')
    .option('--location <code>', 'where it is')
    .option('--idle <minutes>', 'minutes until a person is signed out', parseCount)
    .action((name: string, { location, idle }: { location?: string; idle?: number }) =>
      inSession(world, change, async (session) => {
        const changed = await session.client.call(changeStation, {
          station: await stationOf(session, name),
          ...(location !== undefined && { location }),
          ...(idle !== undefined && { idleMinutes: idle }),
        })
        session.print(changed, () => `Changed the station ${clean(name)}.`)
      }),
    )
  withExamples(change, 'seriatim station change "Dock 1" --location DOCK-1 --idle 5')
  const remove = station
    .command('remove')
    .summary('make a station an ordinary browser again')
    .argument('<name>')
    .action((name: string) =>
      inSession(world, remove, async (session) => {
        await session.client.call(removeStation, { station: await stationOf(session, name) })
        session.print({ name }, () => `Removed the station ${clean(name)}.`)
      }),
    )
}

async function stationOf({ client }: Session, name: string): Promise<number> {
  const { stations } = await client.call(listStations, {})
  const found = stations.find((one) => one.name === name)
  return found?.id ?? failInEnglish('not_found', `There is no station ${name}.`)
}
