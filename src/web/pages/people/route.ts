import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const peopleRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/people',
  staticData: { needs: 'administer' },
  loader: () => loadTexts('access'),
  component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
})
