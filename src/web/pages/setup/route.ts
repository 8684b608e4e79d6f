import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadSession } from '../../data/identity.ts'
import { rootRoute } from '../../root-route.ts'
import { loadTexts } from '../../texts/texts.ts'

/** What stands after the `#` is the secret of the link: no server or log sees it. */
export const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  loader: async () => {
    await Promise.all([loadTexts('door', 'companies'), loadSession()])
  },
  component: lazyRouteComponent(() => import('./setup-page.tsx'), 'SetUpPage'),
})
