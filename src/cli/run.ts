import { Command } from 'commander'
import { ProblemError } from '../contract/problem.ts'
import { addAccountsCommands } from './commands/accounts.ts'
import { addCareCommands } from './commands/care.ts'
import { addCompanyCommands } from './commands/companies.ts'
import { addExportCommand } from './commands/export.ts'
import { addFindCommands } from './commands/find.ts'
import { addGs1Command } from './commands/gs1.ts'
import { addImportCommands } from './commands/import.ts'
import { addLabelCommand } from './commands/label.ts'
import { addPrintCommands } from './commands/print.ts'
import { addPrinterCommands } from './commands/printer.ts'
import { addLookCommands } from './commands/look.ts'
import { addMakeCommands } from './commands/make.ts'
import { addMappingCommands } from './commands/mapping.ts'
import { addPeopleCommands } from './commands/people.ts'
import { addPoolCommands } from './commands/pool.ts'
import { addRecordCommands } from './commands/record.ts'
import { addSchemeCommands } from './commands/scheme.ts'
import { addTokenCommands } from './commands/tokens.ts'
import { clean } from './table.ts'
import { addScanCommand } from './commands/scan.ts'
import type { World } from './world.ts'

const examples = `
Examples:
  seriatim create location HQ --set kind=site
  seriatim create item DRIVE --set name="Hard drive" --set scheme="{item.code}-{YY}{WW}-{seq:5}"
  seriatim generate DRIVE 3 --location HQ
  seriatim receive Z300GQ9K --item DRIVE --location HQ --time 2013-04-26
  seriatim history Z300GQ9K
  seriatim as-of 2013-07-01 Z300GQ9K
  cat serials.txt | seriatim move --to HQ

Exit codes: 0 done, 1 something was refused or failed, 2 wrong use.`

/** Runs one command line; says by `endWith` when it did not go well. */
export async function runCommandLine(parameters: readonly string[], world: World): Promise<void> {
  const program = new Command('seriatim')
    .description('Serial number inventory: every thing has an identity, a place and a story.')
    .option('--json', 'write results as JSON')
    .option('--company <name>', 'the company whose data is meant', world.defaultCompany)
    .option('--server <address>', 'ask this server instead of this machine’s data')
    .option('--token <token>', 'token for that server; better set SERIATIM_TOKEN')
    .addHelpText('after', examples)
    .showHelpAfterError('(see seriatim --help)')
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
    })
    .exitOverride()
  addFindCommands(program, world)
  addLookCommands(program, world)
  addMakeCommands(program, world)
  addRecordCommands(program, world)
  addImportCommands(program, world)
  addMappingCommands(program, world)
  addExportCommand(program, world)
  addLabelCommand(program, world)
  addPrintCommands(program, world)
  addPrinterCommands(program, world)
  addSchemeCommands(program, world)
  addPoolCommands(program, world)
  addScanCommand(program, world)
  addGs1Command(program, world)
  addCompanyCommands(program, world)
  addPeopleCommands(program, world)
  addTokenCommands(program, world)
  addAccountsCommands(program, world)
  addCareCommands(program, world)
  try {
    await program.parseAsync(parameters, { from: 'user' })
  } catch (error) {
    fail(error, world)
  }
}

/** Says what went wrong, and ends with the exit code for it. */
function fail(error: unknown, world: World): void {
  const { code, exitCode, syscall, message } = error as Error & {
    code?: unknown
    exitCode?: number
    syscall?: unknown
  }
  if (typeof code === 'string' && code.startsWith('commander.')) {
    if (exitCode !== 0) world.endWith(2)
    return
  }
  const isFileError = typeof syscall === 'string'
  if (!(error instanceof ProblemError) && !isFileError) throw error
  const detail =
    error instanceof ProblemError
      ? error.problem.detail
      : `A file could not be read or written: ${message}`
  world.stderr.write(`${clean(detail)}\n`)
  world.endWith(1)
}
