import { createRoute, redirect } from '@tanstack/react-router'
import { loadSession, openableCompany } from './data/identity.ts'
import { rootRoute } from './root-route.ts'
import { loadTexts } from './texts/texts.ts'
import { Shell } from './shell/shell.tsx'

/** A company's pages: they stand in the shell, and only who is signed in gets there. */
export const companyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/c/$company',
  async beforeLoad({ location, params: { company } }) {
    const { as, needsSetUp } = await loadSession()
    if (needsSetUp) redirect({ href: '/setup', throw: true })
    if (as === 'nobody') {
      redirect({ href: `/sign-in?to=${encodeURIComponent(location.href)}`, throw: true })
    }
    const openable = await openableCompany(company)
    if (openable === null) redirect({ href: '/no-company', throw: true })
    else if (openable !== company) {
      redirect({ to: '/c/$company', params: { company: openable }, throw: true })
    }
  },
  loader: () => loadTexts('events', 'scan'),
  component: Shell,
})
