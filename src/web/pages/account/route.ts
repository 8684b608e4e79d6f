import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const accountRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/account',
  loader: () => loadTexts('access', 'door'),
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
})
