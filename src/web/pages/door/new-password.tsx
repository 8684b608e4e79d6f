import { passwordLength } from '../../../contract/password-length.ts'
import { errorFor, type Shown } from '../../data/ask.ts'
import { useText } from '../../texts/texts.ts'
import { PasswordInput } from '../../ui/parts.ts'

/** Asks for a password that somebody chooses: long, pasted if they like, shown if they like. */
export function NewPassword({
  value,
  onChange,
  problem,
  label,
  field = 'password',
}: {
  value: string
  onChange: (value: string) => void
  problem: Shown | undefined
  label?: string
  field?: string
}) {
  const t = useText('door')
  const { least, most } = passwordLength
  const left = least - [...value].length
  const hint =
    value === ''
      ? t('newPassword.hint', { least })
      : left > 0
        ? t('newPassword.left', { count: left })
        : t('newPassword.enough')
  return (
    <PasswordInput
      label={label ?? t('newPassword.label')}
      {...(problem?.field !== field && { description: hint })}
      required
      autoComplete="new-password"
      minLength={least}
      maxLength={most}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...errorFor(problem, field)}
    />
  )
}
