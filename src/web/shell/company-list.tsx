import { Link, useNavigate } from '@tanstack/react-router'
import { Check, FlaskConical } from 'lucide-react'
import { useCompanies } from '../companies/use-companies.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { Menu } from '../ui/parts.ts'
import { CompanyButton } from './company-button.tsx'
import styles from './company-menu.module.css'

/** The companies that one may go to. */
export function CompanyList() {
  const t = useText('shell')
  const here = useCompany()
  const navigate = useNavigate()
  const { data } = useCompanies()
  return (
    <Menu defaultOpened position="bottom-end" width={304} classNames={{ item: styles.item! }}>
      <Menu.Target>
        <CompanyButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('company.choose')}</Menu.Label>
        {data?.companies.map(({ company, name, demo }) => (
          <Menu.Item
            key={company}
            leftSection={company === here ? <Check aria-hidden /> : <Blank />}
            rightSection={demo !== null && <span className={styles.demo}>{t('company.demo')}</span>}
            aria-current={company === here ? 'true' : undefined}
            onClick={() => void navigate({ to: '/c/$company', params: { company } })}
          >
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to={`/c/${here}/settings/companies`}
          leftSection={<FlaskConical aria-hidden />}
        >
          {t('company.manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The place of a mark that is not there. */
const Blank = () => <span className={styles.blank} />
