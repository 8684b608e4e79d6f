import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const tokensRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/tokens',
  staticData: { needs: 'administer' },
  loader: () => loadTexts('access'),
  component: lazyRouteComponent(() => import('./tokens-page.tsx'), 'TokensPage'),
})
