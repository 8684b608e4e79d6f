import { ActionIcon, type ActionIconProps } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'
import styles from './tip.module.css'

type Props = ActionIconProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps | 'aria-label'> & {
    /** What it does, in words: read aloud, and shown on hover and focus. */
    label: string
  }

/** A button that is only a picture, with its words. */
export const IconButton = ({ label, className, ...rest }: Props) => (
  <ActionIcon
    aria-label={label}
    data-tip={label}
    className={`${styles.tip} ${className ?? ''}`}
    {...rest}
  />
)
