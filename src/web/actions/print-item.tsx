import { useNavigate } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { formatRuns } from '../../domain/event.ts'
import { useCompany } from '../data/session.ts'
import { Menu } from '../ui/parts.ts'

/** Leads from a menu to the printing of labels for some units. */
export function PrintItem({ units, label }: { units: readonly number[]; label: string }) {
  const company = useCompany()
  const navigate = useNavigate()
  return (
    <Menu.Item
      leftSection={<Printer aria-hidden />}
      onClick={() =>
        void navigate({
          to: '/c/$company/labels',
          params: { company },
          search: { units: formatRuns(units) },
        })
      }
    >
      {label}
    </Menu.Item>
  )
}
