import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const locationsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/locations',
  loader: () => loadTexts('things'),
  component: lazyRouteComponent(() => import('./locations-page.tsx'), 'LocationsPage'),
})
