import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const scannersRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/scanners',
  loader: () => loadTexts('scanner', 'access'),
  component: lazyRouteComponent(() => import('./scanners-page.tsx'), 'ScannersPage'),
})
