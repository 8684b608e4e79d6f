import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

/** What the address of the editor says. */
export interface SchemesSearch {
  readonly item?: string
  readonly pattern?: string
}

export const schemesRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/schemes',
  validateSearch: ({ item, pattern }: Record<string, unknown>): SchemesSearch => ({
    ...((typeof item === 'string' || typeof item === 'number') && { item: String(item) }),
    ...(typeof pattern === 'string' && { pattern }),
  }),
  loader: () => loadTexts('schemes', 'access', 'patterns'),
  component: lazyRouteComponent(() => import('./schemes-page.tsx'), 'SchemesPage'),
})
