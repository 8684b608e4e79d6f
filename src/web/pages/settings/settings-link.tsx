import { Link } from '@tanstack/react-router'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'

/** The way back to the list of settings, above the name of a page of them. */
export function SettingsLink() {
  const t = useText('access')
  const company = useCompany()
  return (
    <Link to="/c/$company/settings" params={{ company }}>
      {t('settings')}
    </Link>
  )
}
