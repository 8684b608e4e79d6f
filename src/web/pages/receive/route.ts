import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'
import { workSearch } from '../../work/work-search.ts'

export const receiveRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/receive',
  validateSearch: workSearch,
  staticData: { needs: 'record' },
  loader: () => loadTexts('work', 'things'),
  component: lazyRouteComponent(() => import('./receive-page.tsx'), 'ReceivePage'),
})
