import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clientOf, type Client } from '../support/client.ts'
import { runLine } from '../support/command-line.ts'
import { accept, describeStore } from '../support/stores.ts'

const gtin = '09506000134352'
const photos = join(import.meta.dirname, '../vectors/barcode-photos')

interface Told {
  readonly input: string
  readonly ok: boolean
  readonly kind?: string
  readonly error: { code?: string; type?: string; position?: number; message?: string } | null
  readonly converted?: string
  readonly candidates?: readonly { kind: string; title: string; known?: boolean }[]
  readonly reads?: readonly Told[]
}

/** For what asks no company. */
const noClient = undefined as unknown as Client

/** Runs a command on lines of standard input; gives a value for each line that it wrote. */
async function tellLines(
  words: readonly string[],
  lines: string,
  client = noClient,
): Promise<{ told: Told[]; exitCode: number }> {
  const { stdout, stderr, exitCode } = await runLine(client, words, lines)
  expect(stderr).toBe('')
  const told = stdout.split('\n').filter(Boolean)
  return { told: told.map((line) => JSON.parse(line) as Told), exitCode }
}

it('gs1 answers each line, whatever is in it, and goes on', async () => {
  const lines = [
    `(01)${gtin}(21)A1`,
    `]d201${gtin}10AB{GS}17300231`,
    'A\u0000B',
    '',
    'x'.repeat(100_000),
    '{"code":"(01)bad"',
    `{"code":"https://example.com/gtin/9506000134352?a=\\n","shortNames":true}`,
    `{"code":"(01)${gtin}","to":"nonsense"}`,
    '9506000134352\r',
  ]
  const { told, exitCode } = await tellLines(['gs1'], lines.join('\n'))
  expect(told.map(({ ok, error }) => (ok ? 'ok' : error!.code))).toEqual([
    'ok',
    'ILLEGAL_DAY',
    'NOT_GS1_DATA',
    'input_invalid',
    'line_too_long',
    'input_invalid',
    'URI_CONTAINS_ILLEGAL_CHARACTERS',
    'input_invalid',
    'ok',
  ])
  expect(told[1]!.error).toMatchObject({ ai: '17', rule: 'yymmd0', position: lines[1]!.length - 2 })
  expect(exitCode).toBe(1)
})

it('gs1 converts, by options for all lines and by those of a line', async () => {
  const words = ['gs1', '--to', 'epc-uri', '--company-prefix-length', '7']
  const own = JSON.stringify({
    code: `]d201${gtin}21A1`,
    to: 'digital-link',
    stem: 'https://x.example',
  })
  const { told, exitCode } = await tellLines(words, `(01)${gtin}(21)A1\n${own}\n(90)A\n`)
  expect(told.map(({ converted, error }) => converted ?? error!.code)).toEqual([
    'urn:epc:id:sgtin:9506000.013435.A1',
    `https://x.example/01/${gtin}/21/A1`,
    'EPC_NO_SCHEME_FOR_ELEMENTS',
  ])
  expect(exitCode).toBe(1)
  const known = await tellLines(
    ['gs1', '--form', 'digital-link', '--zero-suppressed-gtin'],
    'PALLET\nhttps://a.b/01/9506000134352\n',
  )
  expect(known.told.map(({ ok, kind }) => [ok, kind])).toEqual([
    [false, 'digital link'],
    [true, 'digital link'],
  ])
  expect((await runLine(noClient, ['gs1', '--to', 'wrong'])).exitCode).toBe(2)
})

it('scan says without a company what codes and pictures are', async () => {
  const picture = join(photos, 'datamatrix-1/gs1-figure-4.15.1-2-32x32.png')
  const lines = [
    '490154203237518',
    picture,
    'no-such.png',
    join(photos, 'manifest.json.png'),
    '\u0000',
  ]
  const { told, exitCode } = await tellLines(['scan', '--pure'], lines.join('\n'))
  expect(told[0]!.candidates![0]).toMatchObject({
    kind: 'identifier',
    title: 'IMEI 490154203237518',
  })
  expect(told[1]!.reads).toMatchObject([
    { candidates: [{ title: 'GTIN 09504000059101, serial 12345678p901' }, {}] },
  ])
  expect(told[2]).toMatchObject({ ok: false, error: { type: 'picture_invalid' } })
  expect(told[3]).toMatchObject({ ok: false, error: { type: 'picture_invalid' } })
  expect(told[4]).toMatchObject({ ok: true, candidates: [{ title: '␀' }] })
  expect(exitCode).toBe(1)
})

describeStore('scanning from the command line', 'sqlite', (open) => {
  it('names what the company has, and refuses a line without ending', async () => {
    const opened = await open()
    await accept(opened.ledger, 'create_location', { code: 'HAM' })
    await accept(opened.ledger, 'create_item', { code: 'BOLT', gtin })
    const entries = [{ serial: 'A1' }]
    await accept(opened.ledger, 'receive', { item: 'BOLT', location: 'HAM', entries })
    const lines = `]d201${gtin}21A1\nA\u0000B\n]C10195060001343532\nHAM\n`
    const { told, exitCode } = await tellLines(['scan'], lines, clientOf(opened))
    expect(told[0]!.candidates![0]).toMatchObject({ kind: 'unit', known: true })
    expect(told[1]).toMatchObject({ ok: false, error: { type: 'input_invalid' } })
    expect(told[2]).toMatchObject({ ok: false, problem: { code: 'INCORRECT_CHECK_DIGIT' } })
    expect(told[3]!.candidates![0]).toMatchObject({ kind: 'location', known: true })
    expect(exitCode).toBe(1)
  })
})
