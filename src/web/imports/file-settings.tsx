import { useState } from 'react'
import { importKinds, type ImportKind } from '../../contract/import-fields.ts'
import { useText } from '../texts/texts.ts'
import { NativeSelect, Switch, TextInput } from '../ui/parts.ts'
import styles from './imports.module.css'
import { says, withFixed, type ImportMapping } from './mapping.ts'

/** What is said of the whole file: what its rows are, and what no column says. */
export function FileSettings({
  mapping,
  onChange,
  children,
}: {
  mapping: ImportMapping
  onChange: (mapping: ImportMapping) => void
  children?: React.ReactNode
}) {
  const t = useText('imports')
  const isUnits = mapping.kind === 'units'
  const hasItem = says(mapping, 'sku', 'gtin', 'name')
  const hasNumber = mapping.columns.some(
    ({ field }) => field === 'serial' || field.startsWith('identifier:'),
  )
  return (
    <div className={styles.settings}>
      <NativeSelect
        label={t('columns.kind')}
        value={mapping.kind}
        data={importKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ ...mapping, kind: currentTarget.value as ImportKind })
        }
      />
      {children}
      {isUnits && !hasItem && (
        <FixedField
          field="sku"
          label={t('columns.item')}
          hint={t('columns.itemHint')}
          {...{ mapping, onChange }}
        />
      )}
      {isUnits && (
        <FixedField
          field="location"
          label={t('columns.location')}
          hint={t('columns.locationHint')}
          {...{ mapping, onChange }}
        />
      )}
      {isUnits && !hasNumber && (
        <Switch
          label={t('columns.number')}
          description={t('columns.numberHint')}
          checked={mapping.missingSerial === 'number'}
          onChange={({ currentTarget }) =>
            onChange({ ...mapping, missingSerial: currentTarget.checked ? 'number' : 'refuse' })
          }
        />
      )}
    </div>
  )
}

/** A value for rows that say none; taken when the field is left, so that a word is one change. */
function FixedField({
  field,
  label,
  hint,
  mapping,
  onChange,
}: {
  field: string
  label: string
  hint: string
  mapping: ImportMapping
  onChange: (mapping: ImportMapping) => void
}) {
  const current = mapping.fixed?.[field] ?? ''
  const [text, setText] = useState(current)
  const take = () => {
    if (text.trim() !== current) onChange(withFixed(mapping, field, text.trim()))
  }
  return (
    <TextInput
      label={label}
      description={hint}
      data-takes-scan
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  )
}
