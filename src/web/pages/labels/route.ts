import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'
import type { Wanted } from './wanted.ts'

export const labelsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/labels',
  /** Each opens the dialog: a search of units, ids of units as runs, or codes of locations. */
  validateSearch: (search: Record<string, unknown>): Wanted =>
    Object.fromEntries(
      (['print', 'units', 'places'] as const)
        // The address of a single id is read as a number.
        .filter((name) => ['string', 'number'].includes(typeof search[name]))
        .map((name) => [name, String(search[name])]),
    ),
  loader: () => loadTexts('labels', 'things', 'templates', 'findings', 'gs1', 'refusals'),
  component: lazyRouteComponent(() => import('./labels-page.tsx'), 'LabelsPage'),
})

export const labelDesignerRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/labels/templates/$template',
  loader: () => loadTexts('labels', 'templates', 'findings', 'gs1', 'refusals'),
  component: lazyRouteComponent(() => import('./designer-page.tsx'), 'DesignerPage'),
})

export const labelJobRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/labels/jobs/$job',
  loader: () => loadTexts('labels', 'templates', 'findings', 'gs1', 'refusals'),
  component: lazyRouteComponent(() => import('./job-page.tsx'), 'JobPage'),
})
