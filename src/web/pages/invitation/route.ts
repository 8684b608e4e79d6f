import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../root-route.ts'
import { loadTexts } from '../../texts/texts.ts'

/** What stands after the `#` is the secret of the link: no server or log sees it. */
export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  loader: () => loadTexts('door'),
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
})
