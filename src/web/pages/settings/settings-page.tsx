import { Link } from '@tanstack/react-router'
import { useSession } from '../../data/identity.ts'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { Page } from '../../ui/page.tsx'
import { settingsEntries, type SettingsEntry } from './entries.ts'
import styles from './settings-page.module.css'

/** Everything that can be set, for whoever may set it. */
export function SettingsPage() {
  const t = useText('access')
  const company = useCompany()
  const { permissions, companies } = useSession()
  const own = companies.find((one) => one.company === company)?.permissions ?? []
  const isAllowed = ({ needs, isOfServer }: SettingsEntry) =>
    needs === undefined || (isOfServer ? permissions : own).includes(needs)
  return (
    <Page title={t('settings')}>
      <ul className={styles.list}>
        {settingsEntries.filter(isAllowed).map((entry) => (
          <Entry key={entry.to} entry={entry} />
        ))}
      </ul>
    </Page>
  )
}

function Entry({
  entry: { namespace, title, detail, to, picture: Picture },
}: {
  entry: SettingsEntry
}) {
  const t = useText(namespace) as unknown as (key: string) => string
  const company = useCompany()
  return (
    <li>
      <Link to={to} params={{ company } as never} className={styles.entry}>
        <Picture aria-hidden />
        <span className={styles.title}>{t(title)}</span>
        <span className={styles.detail}>{t(detail)}</span>
      </Link>
    </li>
  )
}
