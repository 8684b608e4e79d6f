import { createRoute } from '@tanstack/react-router'
import { Shell } from './shell/shell.tsx'
import { rootRoute } from './root-route.ts'

/** A company's pages: they stand in the shell, and their paths begin with its code. */
export const companyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/c/$company',
  component: Shell,
})
