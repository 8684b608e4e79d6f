import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const orderRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/orders/$order',
  loader: () => loadTexts('things'),
  component: lazyRouteComponent(() => import('./order-page.tsx'), 'OrderPage'),
})
