import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const homeRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/',
  loader: () => loadTexts('home', 'things'),
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})
