import { useState } from 'react'
import { TextInput } from '../../ui/parts.ts'

/** A number that can be half written: what is no number yet changes nothing. */
export function NumberField({
  label,
  description,
  value,
  onChange,
  isOptional = false,
}: {
  label: string
  description?: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  isOptional?: boolean
}) {
  const [written, setWritten] = useState<string>()
  const shown = written ?? (value === undefined ? '' : String(value))
  return (
    <TextInput
      label={label}
      {...(description !== undefined && { description })}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onBlur={() => setWritten(undefined)}
      onChange={({ currentTarget: { value: text } }) => {
        setWritten(text)
        const number = Number(text.replace(',', '.'))
        if (text.trim() === '') {
          if (isOptional) onChange(undefined)
        } else if (Number.isFinite(number)) onChange(number)
      }}
    />
  )
}
