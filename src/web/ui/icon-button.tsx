import { ActionIcon, Tooltip, type ActionIconProps } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'

type Props = ActionIconProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps | 'aria-label'> & {
    /** What it does, in words: read aloud, and shown on hover and focus. */
    label: string
  }

/** A button that is only a picture, with its words. */
export function IconButton({ label, ...rest }: Props) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} {...rest} />
    </Tooltip>
  )
}
