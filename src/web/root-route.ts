import { createRootRoute } from '@tanstack/react-router'

/** The root of all pages; those outside of a company, such as sign-in, stand directly under it. */
export const rootRoute = createRootRoute()
