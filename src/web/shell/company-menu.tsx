import { Link, useNavigate } from '@tanstack/react-router'
import { Building2, Check, ChevronDown, FlaskConical } from 'lucide-react'
import { useCompanies, useThisCompany } from '../companies/use-companies.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import { Menu } from '../ui/parts.ts'
import styles from './company-menu.module.css'

/** Which company one is in, and the way to another. */
export function CompanyMenu() {
  const t = useText('shell')
  const here = useCompany()
  const navigate = useNavigate()
  const { data } = useCompanies()
  const name = useThisCompany()?.name ?? here
  return (
    <Menu position="bottom-end" width={304} classNames={{ item: styles.item! }}>
      <Menu.Target>
        <button type="button" className={styles.button} aria-label={t('company.of', { name })}>
          <Building2 aria-hidden />
          <span className={styles.name}>{name}</span>
          <ChevronDown aria-hidden className={styles.arrow} />
        </button>
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
