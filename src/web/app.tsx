import { DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queryClient } from './data/query-client.ts'
import { router } from './router.ts'
import { useScheme } from './ui/appearance.ts'
import { cssVariables, theme } from './ui/theme.ts'

/** The value that the server put into the page, by which styles of ours are let through. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

// Dialogs stop the page behind them from scrolling by a style that asks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce })

/** Everything that pages rely on, around the router. */
export function App() {
  const scheme = useScheme()
  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        forceColorScheme={scheme}
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}
