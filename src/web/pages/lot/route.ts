import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const lotRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/items/$item/lots/$lot',
  loader: () => loadTexts('things'),
  component: lazyRouteComponent(() => import('./lot-page.tsx'), 'LotPage'),
})
