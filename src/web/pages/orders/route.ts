import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { orderStatuses, type OrderStatus } from '../../../domain/subject-words.ts'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const ordersRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/orders',
  validateSearch: ({ status }: Record<string, unknown>): { readonly status?: OrderStatus } => {
    const known = orderStatuses.find((one) => one === status)
    return known === undefined ? {} : { status: known }
  },
  loader: () => loadTexts('things'),
  component: lazyRouteComponent(() => import('./orders-page.tsx'), 'OrdersPage'),
})
