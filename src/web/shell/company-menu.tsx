import { CompanyButton } from './company-button.tsx'
import { whenWanted } from './when-wanted.tsx'

/** Which company one is in, and the way to another. */
export const CompanyMenu = whenWanted(
  'menu',
  CompanyButton,
  async () => (await import('./company-list.tsx')).CompanyList,
)
