import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const itemsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/items',
  loader: () => loadTexts('things'),
  component: lazyRouteComponent(() => import('./items-page.tsx'), 'ItemsPage'),
})
