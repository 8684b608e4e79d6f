import { errorFor, type Shown } from '../../data/ask.ts'
import { TextInput } from '../../ui/parts.ts'

/** Asks for the name under which somebody shall sign in. */
export const LoginField = ({
  label,
  hint,
  isOwn = false,
  value,
  onChange,
  problem,
}: {
  label: string
  hint: string
  /** Whether it is the name of whoever types it, which a browser may know. */
  isOwn?: boolean
  value: string
  onChange: (value: string) => void
  problem: Shown | undefined
}) => (
  <TextInput
    label={label}
    description={hint}
    required
    autoComplete={isOwn ? 'username' : 'off'}
    autoCapitalize="none"
    spellCheck={false}
    maxLength={80}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
    {...errorFor(problem, 'login')}
  />
)
