import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const itemRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/items/$item',
  loader: () => loadTexts('things'),
  component: lazyRouteComponent(() => import('./item-page.tsx'), 'ItemPage'),
})
