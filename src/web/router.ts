import { createRouter } from '@tanstack/react-router'
import { ErrorPage } from './shell/error-page.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { PendingPage } from './shell/pending-page.tsx'
import { rootRoute } from './root-route.ts'
import { companyRoute } from './company-route.ts'
import { companiesRoute } from './pages/companies/route.ts'
import { findRoute } from './pages/find/route.ts'
import { homeRoute } from './pages/home/route.ts'
import { itemRoute } from './pages/item/route.ts'
import { itemsRoute } from './pages/items/route.ts'
import { locationRoute } from './pages/location/route.ts'
import { locationsRoute } from './pages/locations/route.ts'
import { lotRoute } from './pages/lot/route.ts'
import { orderRoute } from './pages/order/route.ts'
import { ordersRoute } from './pages/orders/route.ts'
import { partiesRoute } from './pages/parties/route.ts'
import { partyRoute } from './pages/party/route.ts'
import { importRoute } from './pages/import/route.ts'
import { importRunRoute } from './pages/import-run/route.ts'
import { importsRoute } from './pages/imports/route.ts'
import { labelDesignerRoute, labelJobRoute, labelsRoute } from './pages/labels/route.ts'
import { noCompanyRoute } from './pages/no-company/route.ts'
import { invitationRoute } from './pages/invitation/route.ts'
import { accountRoute } from './pages/account/route.ts'
import { peopleRoute } from './pages/people/route.ts'
import { tokensRoute } from './pages/tokens/route.ts'
import { stationsRoute } from './pages/stations/route.ts'
import { accessLogRoute } from './pages/access-log/route.ts'
import { poolRoute } from './pages/pool/route.ts'
import { poolsRoute } from './pages/pools/route.ts'
import { schemesRoute } from './pages/schemes/route.ts'
import { settingsRoute } from './pages/settings/route.ts'
import { setUpRoute } from './pages/setup/route.ts'
import { signInRoute } from './pages/sign-in/route.ts'
import { receiveRoute } from './pages/receive/route.ts'
import { moveRoute } from './pages/move/route.ts'
import { packRoute } from './pages/pack/route.ts'
import { shipRoute } from './pages/ship/route.ts'
import { scannerSheetRoute } from './pages/scanner-sheet/route.ts'
import { scannersRoute } from './pages/scanners/route.ts'
import { startRoute } from './pages/start/route.ts'
import { traitRoute } from './pages/trait/route.ts'
import { traitsRoute } from './pages/traits/route.ts'
import { unitRoute } from './pages/unit/route.ts'

/** Every page: a new one adds its route here, and to shell/navigation.ts where it is to be found. */
const routeTree = rootRoute.addChildren([
  startRoute,
  signInRoute,
  setUpRoute,
  invitationRoute,
  noCompanyRoute,
  companyRoute.addChildren([
    settingsRoute,
    schemesRoute,
    traitsRoute,
    traitRoute,
    poolsRoute,
    poolRoute,
    accountRoute,
    peopleRoute,
    tokensRoute,
    stationsRoute,
    accessLogRoute,
    homeRoute,
    companiesRoute,
    findRoute,
    unitRoute,
    itemRoute,
    itemsRoute,
    locationRoute,
    locationsRoute,
    lotRoute,
    orderRoute,
    ordersRoute,
    partiesRoute,
    partyRoute,
    receiveRoute,
    importRoute,
    importsRoute,
    importRunRoute,
    moveRoute,
    packRoute,
    shipRoute,
    labelsRoute,
    labelDesignerRoute,
    labelJobRoute,
    scannersRoute,
    scannerSheetRoute,
  ]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: PendingPage,
  defaultPendingMs: 200,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
