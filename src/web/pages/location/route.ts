import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const locationRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/locations/$location',
  loader: () => loadTexts('things'),
  component: lazyRouteComponent(() => import('./location-page.tsx'), 'LocationPage'),
})
