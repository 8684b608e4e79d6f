import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyRoute } from '../../company-route.ts'
import { loadTexts } from '../../texts/texts.ts'

export const scannerSheetRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/settings/scanners/sheet',
  loader: () => loadTexts('scanner', 'access'),
  component: lazyRouteComponent(() => import('./scanner-sheet-page.tsx'), 'ScannerSheetPage'),
})
