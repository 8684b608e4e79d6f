import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const importRunRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/imports/$run',
  loader: () => loadTexts('imports', 'files', 'issues', 'refusals', 'rows'),
  component: lazyRouteComponent(() => import('./import-run-page.tsx'), 'ImportRunPage'),
})
