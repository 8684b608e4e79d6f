import { Link } from '@tanstack/react-router'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { EmptyState } from '../../ui/states.tsx'

/** The first steps in a company where nothing has happened yet. */
export function StartPanel() {
  const t = useText('home')
  const company = useCompany()
  return (
    <Panel>
      <EmptyState title={t('empty')} detail={t('emptyDetail')}>
        {(['items', 'locations', 'receive'] as const).map((name) => (
          <Button
            key={name}
            variant={name === 'items' ? 'filled' : 'default'}
            renderRoot={(props) => (
              <Link to={`/c/$company/${name}`} params={{ company }} {...props} />
            )}
          >
            {t(`first.${name}`)}
          </Button>
        ))}
      </EmptyState>
    </Panel>
  )
}
