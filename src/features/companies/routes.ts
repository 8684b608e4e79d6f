import {
  createCompany,
  listCompanies,
  renameCompany,
  type CompanyView,
} from '../../contract/companies.ts'
import { failWith } from '../../contract/problem.ts'
import { readAbout, saveAbout, aboutSetting } from '../company-about.ts'
import { viewCompany } from '../company-view.ts'
import { handle, handleServer, type Handler } from '../context.ts'
import { accessIn } from '../identity.ts'
import { joinCompany } from '../memberships.ts'

export const companyRoutes: readonly Handler[] = [
  handleServer(listCompanies, async (_, context) => {
    const { companies, identity } = context
    const keys = (await companies.list()).filter((company) =>
      accessIn(identity, company).permissions.has('read'),
    )
    const views: CompanyView[] = []
    for (const company of keys) views.push(await viewCompany(context, company))
    return { companies: views }
  }),
  handleServer(createCompany, async ({ name, company: given }, context) => {
    const { companies, access, now } = context
    const company = given ?? keyFor(name, await companies.list())
    await companies.create(company)
    const { store } = await companies.open(company)
    await saveAbout(store, { name, demo: null }, now())
    if (access.role !== 'owner') await joinCompany(context, company, 'owner')
    return viewCompany(context, company)
  }),
  handle(renameCompany, async ({ name }, { store, now }) => {
    const row = await store.read
      .selectFrom('settings')
      .select('data')
      .where('kind', '=', aboutSetting.kind)
      .where('name', '=', aboutSetting.name)
      .executeTakeFirst()
    await saveAbout(store, { ...readAbout(row?.data ?? null), name }, now())
    return { name }
  }),
]

/** A key that nobody has, made of the letters of a name: `Café North` is `cafe_north`. */
function keyFor(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '')
  const key = words.slice(0, 36)
  if (key === '') failWith('input_invalid.company_name', {}, 'company')
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? key : `${key}_${number}`
    if (!taken.includes(free) && free !== 'accounts' && !free.startsWith('making_')) return free
  }
}
