import { useText } from '../../texts/texts.ts'
import { Stack } from '../../ui/page.tsx'
import { NativeSelect, TextInput } from '../../ui/parts.ts'

/** A text that can say fields, with the fields to choose from. */
export function FieldText({
  label,
  value,
  fields,
  onChange,
}: {
  label: string
  value: string
  fields: readonly string[]
  onChange: (value: string) => void
}) {
  const t = useText('labels')
  return (
    <Stack>
      <TextInput
        label={label}
        description={t('designer.textHint')}
        autoComplete="off"
        value={value}
        onChange={({ currentTarget: { value: text } }) => onChange(text)}
      />
      <NativeSelect
        aria-label={t('designer.insert')}
        value=""
        data={[
          { value: '', label: t('designer.insert') },
          ...fields.map((field) => ({ value: field, label: `{${field}}` })),
        ]}
        onChange={({ currentTarget: { value: field } }) => {
          if (field !== '') onChange(`${value}{${field}}`)
        }}
      />
    </Stack>
  )
}
