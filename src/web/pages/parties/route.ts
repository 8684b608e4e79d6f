import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const partiesRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/parties',
  loader: () => loadTexts('things'),
  component: lazyRouteComponent(() => import('./parties-page.tsx'), 'PartiesPage'),
})
