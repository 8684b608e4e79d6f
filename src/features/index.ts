import { changeRoutes } from './changes/routes.ts'
import { accessLogRoutes } from './access-log-routes.ts'
import { commandRoutes } from './commands/routes.ts'
import { companyRoutes } from './companies/routes.ts'
import type { Handler } from './context.ts'
import { demoRoutes } from './demos/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { mappingRoutes } from './imports/mapping-routes.ts'
import { importRoutes } from './imports/routes.ts'
import { labelRoutes } from './labels/routes.ts'
import { orderRoutes } from './orders/routes.ts'
import { passkeyRoutes } from './people/passkey-routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { sessionRoutes } from './people/session-routes.ts'
import { scanRoutes } from './scan/routes.ts'
import { placeRoutes } from './places/routes.ts'
import { poolRoutes } from './pools/routes.ts'
import { schemeRoutes } from './schemes/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { viewRoutes } from './search/view-routes.ts'
import { stationRoutes } from './stations/routes.ts'
import { storeCareRoutes } from './store-care/routes.ts'
import { subjectRoutes } from './subjects/routes.ts'
import { tokenRoutes } from './tokens/routes.ts'
import { traitRoutes } from './traits/routes.ts'
import { unitRoutes } from './units/routes.ts'

/** Everything that Seriatim can be asked, with the functions that answer. */
export const handlers: readonly Handler[] = [
  ...commandRoutes,
  ...changeRoutes,
  ...unitRoutes,
  ...scanRoutes,
  ...placeRoutes,
  ...orderRoutes,
  ...schemeRoutes,
  ...poolRoutes,
  ...searchRoutes,
  ...exportRoutes,
  ...viewRoutes,
  ...subjectRoutes,
  ...traitRoutes,
  ...importRoutes,
  ...mappingRoutes,
  ...storeCareRoutes,
  ...labelRoutes,
  ...companyRoutes,
  ...demoRoutes,
  ...sessionRoutes,
  ...peopleRoutes,
  ...passkeyRoutes,
  ...tokenRoutes,
  ...stationRoutes,
  ...accessLogRoutes,
]
