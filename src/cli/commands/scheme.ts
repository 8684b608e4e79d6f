import type { Command } from 'commander'
import { previewScheme } from '../../contract/schemes.ts'
import { withExamples } from '../examples.ts'
import { inSession } from '../session.ts'
import { clean, table } from '../table.ts'
import type { World } from '../world.ts'

type Preview = (typeof previewScheme)['output']['_output']

interface CheckOptions {
  readonly item?: string
  readonly site?: string
  readonly order?: string
  readonly lot?: string
  readonly read?: string
}

/** Commands about the schemes that make serials. */
export function addSchemeCommands(program: Command, world: World): void {
  const scheme = program.command('scheme').summary('try the patterns that make serials')
  withExamples(scheme, 'seriatim scheme check "{item.code}-{YY}{WW}-{seq:5}{check}" --item DRIVE')
  const check = scheme
    .command('check')
    .summary('show what a pattern makes, before it is saved')
    .argument('<pattern>', 'such as "{item.code}-{site}-{YY}{WW}-{seq:5}{check}"')
    .option('--item <code>', 'the item that it is for')
    .option('--site <code>', 'a site, for {site}')
    .option('--order <code>', 'an order, for {order}')
    .option('--lot <code>', 'a lot, for {lot}')
    .option('--read <serial>', 'say what this serial means by the pattern')
    .action((pattern: string, { read, ...given }: CheckOptions) =>
      inSession(world, check, async ({ client, print }) => {
        const input = { pattern, ...given, ...(read !== undefined && { serial: read }) }
        const preview = await client.call(previewScheme, input)
        print(preview, () => describe(pattern, preview))
        if (preview.error) world.endWith(1)
      }),
    )
  withExamples(
    check,
    'seriatim scheme check "{item.code}-{YY}{WW}-{seq:5}{check}" --item DRIVE',
    'seriatim scheme check "P{random:8}{check}"',
    'seriatim scheme check "{site:3}-{seq:5}{check}" --read ham-oo4125',
  )
}

function describe(pattern: string, preview: Preview): string {
  const { error, capacity, guess, examples, warnings, reading } = preview
  if (error) return `${clean(pattern)}\n${pointer(error.position)}${clean(error.message)}`
  const lines: [string, string][] = [
    ['next', examples.join('  ')],
    ['room', `${count(capacity!.serials)} serials, ${count(capacity!.given)} numbers given`],
    ['first, last', `${capacity!.first}, ${capacity!.last}`],
    ['length', `${capacity!.length} characters`],
  ]
  if (guess) {
    const chance = guess.probability === 0 ? 'none yet' : `1 in ${count(1 / guess.probability)}`
    lines.push(['a guess hits', `${chance}; 1 in 10,000 from ${count(guess.issuableBelow)} on`])
  }
  lines.push(['in use', collisionsOf(preview)])
  if (reading?.meaning) lines.push([reading.meaning.serial, reading.meaning.sentence])
  if (reading?.error) lines.push(['not read', reading.error.message])
  for (const { message } of warnings) lines.push(['beware', message])
  const width = Math.max(...lines.map(([name]) => name.length))
  const text = lines.map(([name, value]) => `  ${name.padEnd(width)}  ${clean(value)}`).join('\n')
  return `${clean(pattern)}\n${text}\n\n${sizesOf(preview)}`
}

const count = (number: number): string => Math.round(number).toLocaleString('en')

const pointer = (position: number | null): string =>
  position === null ? '' : `${' '.repeat(position)}^ `

function collisionsOf({ collisions }: Preview): string {
  const { taken, lookedUp, alike, isMore, examples, items } = collisions
  const found = [
    `${count(taken)} of the next ${count(lookedUp)} numbers`,
    `${isMore ? 'at least ' : ''}${count(alike)} of this form`,
    ...(examples.length > 0 ? [`such as ${examples.join(', ')}`] : []),
    ...(items.length > 0 ? [`the same pattern makes serials of ${items.join(', ')}`] : []),
  ]
  return found.join('; ')
}

const sizesOf = ({ symbols }: Preview): string =>
  table(
    ['symbol', 'bar or module', 'label'],
    symbols.map(({ symbology, xDimensionMm, widthMm, heightMm }) => [
      symbology,
      `${xDimensionMm} mm`,
      `${widthMm} x ${heightMm} mm`,
    ]),
  )
