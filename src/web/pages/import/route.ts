import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

/** The file that was uploaded, so that the page can be loaded anew. */
export interface ImportSearch {
  readonly upload?: string
  readonly name?: string
}

export const importRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/import',
  validateSearch: ({ upload, name }: Record<string, unknown>): ImportSearch => ({
    ...(typeof upload === 'string' && { upload }),
    ...((typeof name === 'string' || typeof name === 'number') && { name: String(name) }),
  }),
  staticData: { needs: 'manage' },
  loader: () => loadTexts('imports', 'files', 'issues', 'refusals', 'rows'),
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
})
