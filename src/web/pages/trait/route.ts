import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const traitRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/traits/$trait',
  loader: () => loadTexts('traits', 'things', 'access'),
  component: lazyRouteComponent(() => import('./trait-page.tsx'), 'TraitPage'),
})
