import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const stationsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/stations',
  staticData: { needs: 'administer' },
  loader: () => loadTexts('access'),
  component: lazyRouteComponent(() => import('./stations-page.tsx'), 'StationsPage'),
})
