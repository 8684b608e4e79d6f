import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const importsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/imports',
  loader: () => loadTexts('imports'),
  component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
})
