import { InvalidArgumentError, Option, type Command } from 'commander'
import { z } from 'zod'
import { convertCode, explainCode } from '../../gs1/index.ts'
import type { CodeForms, ExplainOptions } from '../../gs1/index.ts'
import { withExamples } from '../examples.ts'
import { lineLengthMax, wordsOrInputLines, writeJsonLine, type InputLine } from '../lines.ts'
import type { World } from '../world.ts'

const forms = {
  'element-string': 'elementString',
  fnc1: 'fnc1',
  'scan-data': 'scanData',
  'digital-link': 'digitalLink',
  'epc-uri': 'epcUri',
  'epc-hex': 'epcHex',
} as const satisfies Record<string, keyof CodeForms>
const formNames = Object.keys(forms) as [keyof typeof forms, ...(keyof typeof forms)[]]

const knownForms = {
  ...forms,
  'iso-15434': 'envelope',
} as const satisfies Record<string, ExplainOptions['form']>
const knownFormNames = Object.keys(knownForms) as [keyof typeof knownForms]

const keys = [
  'CPID',
  'GCN',
  'GDTI',
  'GIAI',
  'GINC',
  'GLN',
  'GMN',
  'GRAI',
  'GSIN',
  'GSRN',
  'GTIN',
  'SSCC',
] as const

/** What can be asked for all lines by options, and for one line by its JSON. */
const wishes = {
  to: z.enum(formNames).optional(),
  form: z.enum(knownFormNames).optional(),
  key: z.enum(keys).optional(),
  stem: z.string().optional(),
  filter: z.int().min(0).max(7).optional(),
  companyPrefixLength: z.int().min(4).max(12).optional(),
  check: z.enum(['full', 'values', 'format']).optional(),
  unknownAis: z.boolean().optional(),
  unknownAttributes: z.boolean().optional(),
  zeroSuppressedGtin: z.boolean().optional(),
  shortNames: z.boolean().optional(),
  itf14: z.boolean().optional(),
}
const lineWithWishes = z.object({ code: z.string(), ...wishes })
type Wishes = Partial<Omit<z.infer<typeof lineWithWishes>, 'code'>>

/** Adds `gs1`: what GS1 codes say, and the same in other forms. It needs no company. */
export function addGs1Command(program: Command, world: World): void {
  const gs1 = program
    .command('gs1')
    .summary('read, check and convert GS1 codes; one JSON line for each')
    .argument('[codes...]', 'the codes; lines of standard input when there are none')
    .addOption(new Option('--to <form>', 'write each in this form too').choices(formNames))
    .addOption(new Option('--form <form>', 'each line has this form').choices(knownFormNames))
    .addOption(new Option('--key <key>', 'each line is a key of this kind').choices(keys))
    .option('--company-prefix-length <digits>', 'for EPC URIs and tags', whole(4, 12))
    .option('--stem <address>', 'domain and path of links that are written')
    .option('--filter <number>', 'filter of tags that are written', whole(0, 7))
    .addOption(
      new Option('--check <much>', 'how much is checked').choices(['full', 'values', 'format']),
    )
    .option('--unknown-ais', 'keep identifiers that the dictionary does not have')
    .option('--unknown-attributes', 'and accept them in the query of links')
    .option('--zero-suppressed-gtin', 'fill a GTIN of 8, 12 or 13 digits in links')
    .option('--short-names', 'read names such as gtin and lot in links')
    .option('--itf14', 'read ITF-14 (]I1) as a GTIN')
    .action(async (codes: string[], options: Wishes) => {
      for await (const line of wordsOrInputLines(world, codes)) {
        const told = tellLine(line, options)
        if (!told.ok) world.endWith(1)
        await writeJsonLine(world, told)
      }
    })
  gs1.addHelpText('after', answerHelp)
  withExamples(
    gs1,
    "seriatim gs1 '(01)09506000134352(21)A1' --to digital-link",
    "seriatim gs1 ']d2010950600013435210ABC{GS}21A1'",
    'seriatim gs1 --company-prefix-length 7 --to epc-hex < codes.txt',
    `echo '{"code":"https://example.com/gtin/9506000134352","shortNames":true,"zeroSuppressedGtin":true}' | seriatim gs1`,
  )
}

const answerHelp = `
Each line of the answer is a JSON object:
  input, ok         the code, and whether all of it is right
  kind              "element string", "scan data", "digital link", "EPC URI", "GTIN" …
  elements          [{ ai, title, value }]
  forms             elementString, fnc1, scanData, digitalLink, epcUri, epcHex; null where none
  humanReadable     the text of a label
  symbology         what the scanner says that it read; null otherwise
  fields            of an ISO/IEC 15434 message: [{ identifier, value, position }]
  converted         what --to asked for
  error             null, or { code, rule, ai, position, length, message, said }`

const whole = (least: number, most: number) => (text: string) => {
  const number = Number(text)
  if (/^\d{1,2}$/.test(text) && number >= least && number <= most) return number
  throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`)
}

/** A line is a code, or JSON with the code and wishes of its own: so any character can be given. */
function tellLine({ text, isCut }: InputLine, options: Wishes) {
  if (isCut) return refuse(text.slice(0, 200), 'line_too_long', lineLengthMax, cutSentence)
  const parsed = text.startsWith('{"') ? lineWithWishes.safeParse(jsonOf(text)) : undefined
  if (parsed?.success === false) {
    const [issue] = parsed.error.issues
    const where = issue!.path.join('.')
    const why =
      where === '' ? 'The line begins like JSON and is none.' : `${where}: ${issue!.message}`
    return refuse(text, 'input_invalid', 0, why)
  }
  const { code, ...own } = parsed?.data ?? { code: text }
  if (code === '')
    return refuse(code, 'input_invalid', 0, 'The line is empty. Give one code a line.')
  return tellCode(code, { ...options, ...own })
}

const cutSentence = `The line is longer than ${lineLengthMax} characters. Give one code a line.`

const refuse = (input: string, code: string, position: number, message: string) => ({
  input,
  ok: false,
  kind: null,
  error: { code, rule: null, ai: null, position, length: 0, message },
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function tellCode(input: string, wished: Wishes) {
  const options = optionsOf(wished)
  const explained = explainCode(input, options)
  if (wished.to === undefined || !explained.ok) return { input, ...explained }
  const converted = convertCode(input, forms[wished.to], options)
  return converted.ok
    ? { input, ...explained, converted: converted.value }
    : { input, ...explained, ok: false, converted: null, error: converted.error }
}

/** The wishes as the package calls them, without those that were not said. */
function optionsOf(wished: Wishes): ExplainOptions {
  const options = {
    form: wished.form === undefined ? undefined : knownForms[wished.form],
    key: wished.key,
    stem: wished.stem,
    filter: wished.filter,
    companyPrefixLength: wished.companyPrefixLength,
    validation: wished.check,
    allowUnknownAis: wished.unknownAis,
    allowUnknownAttributes: wished.unknownAttributes,
    allowZeroSuppressedGtin: wished.zeroSuppressedGtin,
    allowShortNames: wished.shortNames,
    allowItf14: wished.itf14,
  }
  const said = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said)
}
