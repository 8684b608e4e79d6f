import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const unitRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/units/$unit',
  validateSearch: ({ at }: Record<string, unknown>): { readonly at?: string } =>
    typeof at === 'string' ? { at } : {},
  loader: () => loadTexts('unit', 'actions', 'things'),
  component: lazyRouteComponent(() => import('./unit-page.tsx'), 'UnitPage'),
})
