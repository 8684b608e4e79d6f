import type { Command } from 'commander'
import { readFile } from 'node:fs/promises'
import { failInEnglish } from '../../contract/problem.ts'
import { pageSizeMax } from '../../contract/operation.ts'
import { deleteMapping, listMappings, saveMapping } from '../../contract/mappings.ts'
import { withExamples } from '../examples.ts'
import { inSession } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'

/** Commands that keep what the columns of a file mean. */
export function addMappingCommands(program: Command, world: World): void {
  const mapping = program
    .command('mapping')
    .summary('save, list and delete what the columns of files mean')
  withExamples(mapping, 'seriatim mapping save drives plan.json', 'seriatim mapping list')
  const save = mapping
    .command('save')
    .summary('save a mapping under a name')
    .argument('<name>', 'to be used with: seriatim import --mapping NAME')
    .argument('<file>', 'a JSON file as `import --dry-run --json` gives it')
    .action((name: string, file: string) =>
      inSession(world, save, async ({ client, print }) => {
        await client.call(saveMapping, { name, mapping: await readMapping(file) })
        print({ name }, () => `Saved the mapping ${clean(name)}.`)
      }),
    )
  withExamples(
    save,
    'seriatim import drives.csv --dry-run --json > plan.json',
    'seriatim mapping save drives plan.json',
    'seriatim import drives-2014.csv --mapping drives',
  )
  const list = mapping.command('list').summary('list the saved mappings')
  list.action(() =>
    inSession(world, list, async ({ client, print }) => {
      const { mappings } = await client.call(listMappings, { limit: pageSizeMax })
      print(mappings, () =>
        mappings.length === 0
          ? 'No mappings yet. Save one with: seriatim mapping save NAME FILE'
          : table(
              ['name', 'saved'],
              mappings.map(({ name, changed }) => [name, changed]),
            ),
      )
    }),
  )
  withExamples(list, 'seriatim mapping list')
  const remove = mapping
    .command('delete')
    .summary('delete a saved mapping')
    .argument('<name>', 'its name')
    .action((name: string) =>
      inSession(world, remove, async ({ client, print }) => {
        await client.call(deleteMapping, { name })
        print({ name }, () => `Deleted the mapping ${clean(name)}.`)
      }),
    )
  withExamples(remove, 'seriatim mapping delete drives')
}

/** A mapping from a file: alone, or as part of what a dry run printed. */
export async function readMapping(path: string): Promise<unknown> {
  try {
    const value = JSON.parse(await readFile(path, 'utf8')) as { mapping?: unknown }
    return value.mapping ?? value
  } catch (error) {
    const why = (error as Error).message
    return failInEnglish('input_invalid', `The mapping ${path} cannot be read (${why}).`)
  }
}
