import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const labelsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/labels',
  /** Each opens the dialog: `print` with a search of units, `places` with codes of locations. */
  validateSearch: ({
    print,
    places,
  }: Record<string, unknown>): { readonly print?: string; readonly places?: string } => ({
    ...(typeof print === 'string' && { print }),
    ...(typeof places === 'string' && { places }),
  }),
  loader: () => loadTexts('labels', 'things'),
  component: lazyRouteComponent(() => import('./labels-page.tsx'), 'LabelsPage'),
})

export const labelDesignerRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/labels/templates/$template',
  loader: () => loadTexts('labels'),
  component: lazyRouteComponent(() => import('./designer-page.tsx'), 'DesignerPage'),
})

export const labelJobRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/labels/jobs/$job',
  loader: () => loadTexts('labels'),
  component: lazyRouteComponent(() => import('./job-page.tsx'), 'JobPage'),
})
