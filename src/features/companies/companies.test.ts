import { describe, expect, it } from 'vitest'
import { runLine } from '../../../test/support/command-line.ts'
import { openServer } from '../../../test/support/companies.ts'
import { engines } from '../../../test/support/stores.ts'
import { createCompany, listCompanies, renameCompany } from '../../contract/companies.ts'
import { answer } from '../answer.ts'
import { nobody } from '../access.ts'
import { accessIn, stranger } from '../identity.ts'
import type { Role } from '../../contract/permission.ts'

describe.each(engines)('companies on %s', (engine) => {
  it('are made, named and listed', async () => {
    const { client, companies } = await openServer(engine)
    const made = await client().call(createCompany, { name: `Café ${engine}` })
    expect(made).toMatchObject({ company: `cafe_${engine}`, name: `Café ${engine}`, demo: null })
    const twin = await client().call(createCompany, { name: `CAFÉ ${engine}` })
    expect(twin.company).toBe(`cafe_${engine}_2`)
    const given = { name: 'The north store', company: `north_${engine}` }
    await client().call(createCompany, given)
    await expect(client().call(createCompany, given)).rejects.toMatchObject({
      problem: { type: 'company_exists' },
    })
    await client(twin.company).call(renameCompany, { name: 'The tea room' })
    const { companies: listed } = await client().call(listCompanies, {})
    expect(listed.map(({ company, name }) => `${company}: ${name}`)).toEqual(
      expect.arrayContaining([
        `cafe_${engine}: Café ${engine}`,
        `cafe_${engine}_2: The tea room`,
        `north_${engine}: The north store`,
      ]),
    )
    for (const { company } of [made, twin, given]) await companies.remove(company)
    expect(await companies.list()).not.toContain(twin.company)
  })
})

it('are made, renamed and listed from the command line', async () => {
  const { client } = await openServer('sqlite')
  const run = (parameters: string[], company = 'main') => runLine(client(company), parameters)
  const made = await run(['create-company', 'north', '--name', 'North store'])
  expect(made.stdout).toContain('Created the company north.')
  await run(['rename-company', 'Northern store'], 'north')
  const { stdout } = await run(['companies'])
  expect(stdout).toMatch(/^COMPANY +NAME\nnorth +Northern store\n$/)
  expect(await run(['demo', 'fish', '--delete'])).toMatchObject({
    exitCode: 1,
    stderr: 'There is no such demo.\n',
  })
})

it('refuses a key that cannot stand in an address, and a name without letters', async () => {
  const { client } = await openServer('sqlite')
  for (const company of ['Main', '9lives', 'a-b', 'accounts', 'making_main', '../main']) {
    await expect(client().call(createCompany, { name: 'Any', company })).rejects.toMatchObject({
      problem: { type: expect.stringMatching(/^(input_invalid|company_unknown)$/) as string },
    })
  }
  await expect(client().call(createCompany, { name: '北店' })).rejects.toMatchObject({
    problem: { type: 'input_invalid', field: 'company' },
  })
})

it('shows to each person the companies in which they have a role, to a stranger none', async () => {
  const { client, context } = await openServer('sqlite')
  await client().call(createCompany, { name: 'One' })
  await client().call(createCompany, { name: 'Two' })
  const seenWith = async (held: [string, Role][] | null) => {
    const person = { id: 1, login: 'mia', name: 'Mia' }
    const identity = held
      ? { ...stranger, as: 'person' as const, person, memberships: new Map(held) }
      : stranger
    const access = held ? accessIn(identity, null) : nobody
    const { companies } = (await answer(listCompanies, {}, { ...context, identity, access })) as {
      companies: { company: string; role: Role }[]
    }
    return companies.map(({ company, role }) => [company, role])
  }
  expect(await seenWith(null)).toEqual([])
  expect(await seenWith([['two', 'viewer']])).toEqual([['two', 'viewer']])
  expect(await seenWith([['*', 'operator']])).toEqual([
    ['one', 'operator'],
    ['two', 'operator'],
  ])
})
