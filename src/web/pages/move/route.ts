import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const moveRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/move',
  staticData: { needs: 'record' },
  loader: () => loadTexts('work', 'things'),
  component: lazyRouteComponent(() => import('./move-page.tsx'), 'MovePage'),
})
