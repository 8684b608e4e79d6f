import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const ordersRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/orders',
  loader: () => loadTexts('things'),
  component: lazyRouteComponent(() => import('./orders-page.tsx'), 'OrdersPage'),
})
