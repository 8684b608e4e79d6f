import { PasswordInput as Plain, type PasswordInputProps } from '@mantine/core'
import { useText } from '../texts/texts.ts'

/** A field for a password or PIN, which can be shown. */
export function PasswordInput(props: PasswordInputProps) {
  const t = useText('common')
  return <Plain visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} {...props} />
}
