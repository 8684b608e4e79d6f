import { Link } from '@tanstack/react-router'
import { PackageOpen, Truck } from 'lucide-react'
import { useMay } from '../data/identity.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { Button } from '../ui/parts.ts'

/** The page where orders of a kind are worked on; those of other kinds have none. */
const pages: Readonly<Record<string, 'receive' | 'ship'>> = {
  purchase: 'receive',
  return: 'receive',
  repair: 'receive',
  sale: 'ship',
  transfer: 'ship',
}

/** Leads from an order to the scanning that it asks for. */
export function WorkLink({ order, kind = '' }: { order: string; kind: string | undefined }) {
  const t = useText('shell')
  const company = useCompany()
  const mayRecord = useMay('record', company)
  const page = pages[kind]
  if (page === undefined || !mayRecord) return null
  const Picture = page === 'receive' ? PackageOpen : Truck
  return (
    <Button
      leftSection={<Picture aria-hidden />}
      renderRoot={(props) => (
        <Link to={`/c/$company/${page}`} params={{ company }} search={{ order }} {...props} />
      )}
    >
      {t(`navigation.${page}`)}
    </Button>
  )
}
