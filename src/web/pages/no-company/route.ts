import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { loadSession } from '../../data/identity.ts'
import { rootRoute } from '../../root-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const noCompanyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/no-company',
  async beforeLoad() {
    const { companies } = await loadSession()
    if (companies.length > 0) redirect({ href: '/', throw: true })
  },
  loader: () => loadTexts('door'),
  component: lazyRouteComponent(() => import('./no-company-page.tsx'), 'NoCompanyPage'),
})
