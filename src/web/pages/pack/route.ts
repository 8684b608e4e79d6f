import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'
import { workSearch } from '../../work/work-search.ts'

export const packRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/pack',
  validateSearch: workSearch,
  staticData: { needs: 'record' },
  loader: () => loadTexts('work', 'things'),
  component: lazyRouteComponent(() => import('./pack-page.tsx'), 'PackPage'),
})
