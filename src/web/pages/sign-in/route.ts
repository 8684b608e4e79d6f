import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { loadSession } from '../../data/identity.ts'
import { rootRoute } from '../../root-route.ts'
import { loadTexts } from '../../texts/texts.ts'

/** Only a page of this app is gone back to: no link may lead elsewhere through the sign-in. */
const pathOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } => {
    const to = pathOf(search['to'])
    return to === undefined ? {} : { to }
  },
  async beforeLoad({ search: { to = '/' } }) {
    const { as, needsSetUp } = await loadSession()
    if (needsSetUp) redirect({ href: '/setup', throw: true })
    if (as === 'person') redirect({ href: to, throw: true })
  },
  loader: () => loadTexts('door'),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})
