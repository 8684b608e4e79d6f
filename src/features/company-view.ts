import type { CompanyView } from '../contract/companies.ts'
import type { ServerContext } from './context.ts'
import { accessIn } from './identity.ts'

/** A company as whoever asks sees it; one without a name is called by its key. */
export async function viewCompany(
  { companies, identity }: Pick<ServerContext, 'companies' | 'identity'>,
  company: string,
): Promise<CompanyView> {
  const { name, demo } = await companies.about(company)
  return {
    company,
    name: name ?? nameFromKey(company),
    demo,
    isUsual: company === companies.usual,
    role: accessIn(identity, company).role,
  }
}

/** `north_store` is "North store". */
const nameFromKey = (key: string): string =>
  key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' ')
