import type { Command } from 'commander'
import { backupAccounts } from '../../contract/people.ts'
import { withExamples } from '../examples.ts'
import { inSession, localOptions } from '../session.ts'
import type { World } from '../world.ts'

/** Commands that keep a copy of the accounts. */
export function addAccountsCommands(program: Command, world: World): void {
  const accounts = program.command('accounts').summary('back up and restore the accounts')
  const backup = accounts
    .command('backup')
    .summary('write a copy of the people, tokens and stations to a file')
    .argument('<path>', 'the file to write')
    .action((path: string) =>
      inSession(world, backup, async ({ client, print }) => {
        const done = await client.call(backupAccounts, { path })
        print(done, () => `Backed up the accounts to ${done.path}. Keep it as safe as they are.`)
      }),
    )
  const restore = accounts
    .command('restore')
    .summary('make the accounts from a backup, where there are none yet')
    .argument('<path>', 'the backup')
    .action(async (path: string) => {
      const { json } = localOptions(restore)
      await world.restoreAccounts(path)
      const words = 'Restored the accounts. Everybody signs in anew.'
      world.stdout.write(`${json ? JSON.stringify({ path }) : words}\n`)
    })
  withExamples(
    accounts,
    'seriatim accounts backup accounts.backup',
    'seriatim accounts restore accounts.backup',
  )
}
