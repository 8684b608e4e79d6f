import { PasswordInput as Plain, type PasswordInputProps } from '@mantine/core'
import { useText } from '../texts/texts.ts'

/** A field for a password or PIN, which can be shown. */
export function PasswordInput(props: PasswordInputProps) {
  const t = useText('common')
  const toggle = { 'aria-label': t('showPassword'), tabIndex: 0 }
  return <Plain visibilityToggleButtonProps={toggle} {...props} />
}
