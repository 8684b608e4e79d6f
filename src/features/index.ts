import { commandRoutes } from './commands/routes.ts'
import type { Handler } from './context.ts'
import { importRoutes } from './imports/routes.ts'
import { storeCareRoutes } from './store-care/routes.ts'
import { subjectRoutes } from './subjects/routes.ts'
import { unitRoutes } from './units/routes.ts'

/** Everything that Seriatim can be asked, with the functions that answer. */
export const handlers: readonly Handler[] = [
  ...commandRoutes,
  ...unitRoutes,
  ...subjectRoutes,
  ...importRoutes,
  ...storeCareRoutes,
]
