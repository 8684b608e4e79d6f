import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const shipRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/ship',
  loader: () => loadTexts('work', 'things'),
  component: lazyRouteComponent(() => import('./ship-page.tsx'), 'ShipPage'),
})
