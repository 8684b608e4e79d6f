import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

/** What the address of a search says. */
export interface FindSearch {
  /** The search as it was written. */
  readonly q?: string
  /** Columns, where they are not the usual ones. */
  readonly columns?: readonly string[]
}

const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined

export const findRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/find',
  validateSearch: ({ q, columns }: Record<string, unknown>): FindSearch => ({
    ...((typeof q === 'string' || typeof q === 'number') && q !== '' && { q: String(q) }),
    ...(texts(columns) && { columns: texts(columns)! }),
  }),
  loader: () => loadTexts('find', 'actions', 'search', 'things'),
  component: lazyRouteComponent(() => import('./find-page.tsx'), 'FindPage'),
})
