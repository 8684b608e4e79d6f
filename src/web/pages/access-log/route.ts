import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const accessLogRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/access-log',
  staticData: { needs: 'administer' },
  loader: () => loadTexts('access'),
  component: lazyRouteComponent(() => import('./access-log-page.tsx'), 'AccessLogPage'),
})
