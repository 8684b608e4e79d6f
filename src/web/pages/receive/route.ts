import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const receiveRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/receive',
  loader: () => loadTexts('work', 'things'),
  component: lazyRouteComponent(() => import('./receive-page.tsx'), 'ReceivePage'),
})
