import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const traitsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/traits',
  loader: () => loadTexts('traits', 'things', 'access'),
  component: lazyRouteComponent(() => import('./traits-page.tsx'), 'TraitsPage'),
})
