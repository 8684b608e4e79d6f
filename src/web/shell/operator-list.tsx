import { Link } from '@tanstack/react-router'
import { CircleUserRound, IdCard, LogOut } from 'lucide-react'
import { useSession } from '../data/identity.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { Menu } from '../ui/parts.ts'
import { OperatorButton } from './operator-button.tsx'
import styles from './operator-menu.module.css'

/** What a person can do about their own account here. */
export function OperatorList({ leave }: { leave: () => Promise<void> }) {
  const t = useText('shell')
  const company = useCompany()
  const { person, station } = useSession()
  const name = person?.name ?? ''
  return (
    <Menu defaultOpened position="bottom-end" width={260} classNames={{ item: styles.item! }}>
      <Menu.Target>
        <OperatorButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{station ? `${name} · ${station.name}` : name}</Menu.Label>
        <Menu.Item
          component={Link}
          to="/c/$company/settings/account"
          params={{ company } as never}
          leftSection={<CircleUserRound aria-hidden />}
        >
          {t('operator.account')}
        </Menu.Item>
        {station && (
          <Menu.Item leftSection={<IdCard aria-hidden />} onClick={() => void leave()}>
            {t('operator.switch')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<LogOut aria-hidden />} onClick={() => void leave()}>
          {t('operator.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
