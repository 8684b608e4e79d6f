import { useDeferredValue } from 'react'
import type { Subject } from '../../client/web-client.ts'
import { useOperation } from '../data/operations.ts'
import { Autocomplete } from '../ui/parts.ts'
import { isElsewhere } from './known-location.ts'

/** What has the words in its code or name that somebody types. */
export function useProposed(kind: Subject['kind'], typed: string): readonly Subject[] {
  const words = useDeferredValue(typed.trim())
  const input = { kind, limit: 20, ...(words !== '' && { words }) }
  const { data } = useOperation('listSubjects', input, { keepsFormer: true })
  return data?.subjects.filter(({ code }) => !isElsewhere(code)) ?? []
}

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
  const proposed = useProposed(kind, value)
  const names = new Map(proposed.map(({ code, data: { name } }) => [code, name]))
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
