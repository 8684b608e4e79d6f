import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'
import { settingsEntries } from './entries.ts'

const namespaces = [...new Set(settingsEntries.map(({ namespace }) => namespace))]

export const settingsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings',
  loader: () => loadTexts('access', ...namespaces),
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
})
