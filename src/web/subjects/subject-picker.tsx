import { useDeferredValue } from 'react'
import type { Subject } from '../../client/web-client.ts'
import { useOperation } from '../data/operations.ts'
import { Autocomplete } from '../ui/parts.ts'

/** A field for the code of an item, location, party or order, with what there is proposed. */
export function SubjectPicker({
  kind,
  label,
  hint,
  value,
  onChange,
  onChoose,
  placeholder,
  required = false,
  isFirst = false,
}: {
  kind: Subject['kind']
  label: string
  hint?: string
  value: string
  onChange: (code: string) => void
  /** Called when one of those proposed is taken. */
  onChoose?: (code: string) => void
  /** Stands in the field in place of the label, which is read aloud only. */
  placeholder?: string
  required?: boolean
  /** Gets the focus when its dialog opens. */
  isFirst?: boolean
}) {
  const words = useDeferredValue(value.trim())
  const input = { kind, limit: 20, ...(words !== '' && { words }) }
  const { data } = useOperation('listSubjects', input, { keepsFormer: true })
  const names = new Map(data?.subjects.map(({ code, data: { name } }) => [code, name]))
  return (
    <Autocomplete
      {...(placeholder === undefined
        ? { label, description: hint }
        : { 'aria-label': label, placeholder })}
      {...(onChoose && { onOptionSubmit: onChoose })}
      required={required}
      {...(isFirst && { 'data-autofocus': true })}
      value={value}
      onChange={onChange}
      data={[...names.keys()]}
      // The server has narrowed the list already, by code and by name.
      filter={({ options }) => options}
      renderOption={({ option: { value: code } }) => (
        <span>
          <b>{code}</b> {names.get(code) as string | undefined}
        </span>
      )}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
