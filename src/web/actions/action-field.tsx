import type { Unit } from '../../client/web-client.ts'
import { SubjectPicker } from '../subjects/subject-picker.tsx'
import { useWord } from '../texts/say.ts'
import { useText } from '../texts/texts.ts'
import { TraitInput } from '../traits/trait-input.tsx'
import { belongsTo, useTraits } from '../traits/use-traits.ts'
import { Autocomplete, NativeSelect, TextInput } from '../ui/parts.ts'
import type { ActionField } from './unit-action.ts'

/** A field of an action; a scan goes into it exactly as it is. */
export function ActionFieldInput({
  field: { name, kind, isOptional = false, choices = [], table = 'identifier' },
  unit,
  isFirst,
  value,
  trait,
  onChange,
}: {
  field: ActionField
  unit: Unit | undefined
  isFirst: boolean
  value: string
  /** The trait that a value is of. */
  trait: string
  onChange: (value: string) => void
}) {
  const t = useText('actions')
  const word = useWord()
  const label = t(`field.${name}`)
  const shared = { label, value, required: !isOptional }
  if (kind === 'location' || kind === 'party' || kind === 'order') {
    return <SubjectPicker {...shared} kind={kind} isFirst={isFirst} onChange={onChange} />
  }
  if (kind === 'trait') return <TraitPicker {...shared} onChange={onChange} />
  if (kind === 'value') return <ValueInput {...shared} trait={trait} onChange={onChange} />
  const write = ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
    onChange(value)
  if (kind === 'choice') {
    const data = choices.map((choice) => ({ value: choice, label: word(table, choice) }))
    return <NativeSelect {...shared} data={[{ value: '', label: '' }, ...data]} onChange={write} />
  }
  return (
    <TextInput
      {...shared}
      {...(isFirst && { 'data-autofocus': true })}
      {...(kind === 'amount' && { inputMode: 'decimal', rightSection: unit?.quantity?.measure })}
      data-takes-scan
      autoComplete="off"
      spellCheck={false}
      onChange={write}
    />
  )
}

/** The code of a trait, with those that are defined for units proposed. */
function TraitPicker(props: {
  label: string
  value: string
  required: boolean
  onChange: (code: string) => void
}) {
  const { defined, labelOf } = useTraits()
  const offered = defined.filter(({ definition }) => belongsTo(definition, 'units'))
  return (
    <Autocomplete
      {...props}
      data-autofocus
      data={offered.map(({ code }) => code)}
      renderOption={({ option: { value: code } }) => (
        <span>
          <b>{code}</b> {labelOf(code) !== code && labelOf(code)}
        </span>
      )}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

/** The value of a trait, by the trait's definition. */
function ValueInput({
  trait,
  required: _,
  ...typed
}: {
  label: string
  value: string
  required: boolean
  trait: string
  onChange: (value: string) => void
}) {
  const { definitionOf } = useTraits()
  return <TraitInput {...typed} definition={definitionOf(trait)} />
}
