import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const poolsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/pools',
  loader: () => loadTexts('schemes', 'access'),
  component: lazyRouteComponent(() => import('./pools-page.tsx'), 'PoolsPage'),
})
