import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const poolRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/pools/$lease',
  loader: () => loadTexts('schemes'),
  component: lazyRouteComponent(() => import('./pool-page.tsx'), 'PoolPage'),
})
