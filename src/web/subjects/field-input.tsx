import { useText } from '../texts/texts.ts'
import { TraitInput } from '../traits/trait-input.tsx'
import { Checkbox, NativeSelect, Textarea, TextInput } from '../ui/parts.ts'
import { Row } from '../ui/page.tsx'
import { textOf, valueOf, type SubjectField } from './subject-field.ts'
import { SubjectPicker } from './subject-picker.tsx'

interface Props {
  readonly field: SubjectField
  /** What was typed. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The input that fits a property. */
export function FieldInput(props: Props) {
  const t = useText('things')
  const { field, value, onChange } = props
  const { label, hint, as, choices = [], none = t('notSaid'), trait } = field
  if (trait)
    return <TraitInput definition={trait} label={label} value={value} onChange={onChange} />
  const typed = {
    label,
    ...(hint !== undefined && { description: hint }),
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  if (as === 'text' || as === 'codes') return <TextInput {...typed} maxLength={1000} />
  if (as === 'long' || as === 'lines' || as === 'texts')
    return <Textarea {...typed} autosize minRows={2} />
  if (as === 'number') return <TextInput {...typed} inputMode="decimal" pattern="-?[0-9.]*" />
  if (as === 'day') return <TextInput {...typed} type="date" />
  if (as === 'choice') {
    return <NativeSelect {...typed} data={[{ value: '', label: none }, ...choices]} />
  }
  if (as === 'several') return <SeveralInput {...props} />
  const about = hint === undefined ? {} : { hint }
  return <SubjectPicker kind={as} label={label} {...about} value={value} onChange={onChange} />
}

/** Some of what can be chosen. */
function SeveralInput({ field, value, onChange }: Props) {
  const chosen = (valueOf(field, value) ?? []) as readonly string[]
  return (
    <Checkbox.Group
      label={field.label}
      {...(field.hint !== undefined && { description: field.hint })}
      value={[...chosen]}
      onChange={(now) => onChange(textOf(field, now))}
    >
      <Row>
        {field.choices?.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </Row>
    </Checkbox.Group>
  )
}
