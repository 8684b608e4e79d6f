import type { Unit } from '../../client/web-client.ts'
import { SubjectPicker } from '../subjects/subject-picker.tsx'
import { useWord } from '../texts/say.ts'
import { useText } from '../texts/texts.ts'
import { NativeSelect, TextInput } from '../ui/parts.ts'
import type { ActionField } from './unit-action.ts'

/** A field of an action; a scan goes into it exactly as it is. */
export function ActionFieldInput({
  field: { name, kind, isOptional = false, choices = [], table = 'identifier' },
  unit,
  isFirst,
  value,
  onChange,
}: {
  field: ActionField
  unit: Unit | undefined
  isFirst: boolean
  value: string
  onChange: (value: string) => void
}) {
  const t = useText('actions')
  const word = useWord()
  const label = t(`field.${name}`)
  const shared = { label, value, required: !isOptional }
  if (kind === 'location' || kind === 'party' || kind === 'order') {
    return <SubjectPicker {...shared} kind={kind} isFirst={isFirst} onChange={onChange} />
  }
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
