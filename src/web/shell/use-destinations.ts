import { useSession } from '../data/identity.ts'
import { useCompany } from '../data/session.ts'
import { destinations, type Destination } from './navigation.ts'

/** The destinations that whoever is signed in has a use for. */
export function useDestinations(): readonly Destination[] {
  const company = useCompany()
  const own = useSession().companies.find((one) => one.company === company)?.permissions ?? []
  return destinations.filter(({ needs }) => needs === undefined || own.includes(needs))
}
