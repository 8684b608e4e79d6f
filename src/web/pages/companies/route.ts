import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const companiesRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/companies',
  loader: () => loadTexts('companies', 'access'),
  component: lazyRouteComponent(() => import('./companies-page.tsx'), 'CompaniesPage'),
})
