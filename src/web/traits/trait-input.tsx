import { fitValue, whatFits, type TraitDefinition } from '../../domain/trait-definition.ts'
import { useText } from '../texts/texts.ts'
import { NativeSelect, TextInput } from '../ui/parts.ts'
import { useSaid } from '../texts/say.ts'

/** What was typed as the trait keeps it; as it was typed where it does not fit. */
export const typedValue = (
  definition: TraitDefinition | undefined,
  text: string,
): string | number | boolean => {
  const plain = text.trim()
  return (definition && fitValue(definition, plain)) ?? plain
}

/** Whether what was typed, if anything was, fits. */
export const isFitting = (definition: TraitDefinition | undefined, text: string): boolean =>
  definition === undefined || text.trim() === '' || fitValue(definition, text.trim()) !== null

/** The input that fits a trait; what does not fit is said below it while it is typed. */
export function TraitInput({
  definition,
  label,
  value,
  takesScan = true,
  onChange,
}: {
  definition: TraitDefinition | undefined
  label: string
  /** What was typed. */
  value: string
  /** A scan goes into the field while it has the focus, not to the page. */
  takesScan?: boolean
  onChange: (value: string) => void
}) {
  const common = useText('common')
  const say = useSaid()
  const { type = 'text', description, measure } = definition ?? {}
  const typed = {
    label,
    ...(description !== undefined && { description }),
    ...(!isFitting(definition, value) && {
      error: common('traitTakes', { fitting: say(whatFits(definition!)) }),
    }),
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  if (type === 'choice' || type === 'yes_no') {
    const data =
      type === 'choice'
        ? (definition?.choices ?? []).map((choice) => ({ value: choice, label: choice }))
        : (['yes', 'no'] as const).map((one) => ({ value: one, label: common(one) }))
    const isOther = value !== '' && !data.some((one) => one.value === value)
    // A value from before the definition is shown as it is.
    const other = isOther ? [{ value, label: value }] : []
    return <NativeSelect {...typed} data={[{ value: '', label: '' }, ...other, ...data]} />
  }
  if (type === 'date') return <TextInput {...typed} type="date" />
  return (
    <TextInput
      {...typed}
      {...(type === 'number' && { inputMode: 'decimal', rightSection: measure })}
      {...(takesScan && { 'data-takes-scan': true })}
      maxLength={1000}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
