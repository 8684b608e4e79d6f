import type { ReactNode } from 'react'
import { Stack } from './page.tsx'

/** Fields one below the other, sent by Enter or the button of the type `submit`. */
export const Form = ({ onSend, children }: { onSend: () => unknown; children: ReactNode }) => (
  <form
    onSubmit={(event) => {
      event.preventDefault()
      onSend()
    }}
  >
    <Stack>{children}</Stack>
  </form>
)
