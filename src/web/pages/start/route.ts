import { createRoute, redirect } from '@tanstack/react-router'
import { rootRoute } from '../../root-route.ts'

/** The address without anything: leads to the company that was open last. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    const company = localStorage.getItem('seriatim.company') ?? 'main'
    redirect({ to: '/c/$company', params: { company }, throw: true })
  },
})
