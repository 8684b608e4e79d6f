import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const partyRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/parties/$party',
  loader: () => loadTexts('things'),
  component: lazyRouteComponent(() => import('./party-page.tsx'), 'PartyPage'),
})
