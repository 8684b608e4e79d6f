import type { Template } from '../../../label/index.ts'
import { uses } from '../../../label/uses.ts'
import { useText } from '../../texts/texts.ts'
import { NativeSelect, TextInput } from '../../ui/parts.ts'
import styles from './labels.module.css'
import { NumberField } from './number-field.tsx'

/** The label itself: its name, size and use. */
export function LabelFields({
  template,
  onChange,
}: {
  template: Template
  onChange: (properties: Partial<Template>) => void
}) {
  const t = useText('labels')
  return (
    <div className={styles.fields}>
      <TextInput
        wrapperProps={{ 'data-wide': true }}
        label={t('designer.name')}
        autoComplete="off"
        value={template.name}
        onChange={({ currentTarget: { value } }) => onChange({ name: value })}
      />
      <TextInput
        wrapperProps={{ 'data-wide': true }}
        label={t('designer.templateTitle')}
        autoComplete="off"
        value={template.title}
        onChange={({ currentTarget: { value } }) => onChange({ title: value })}
      />
      <NumberField
        label={t('designer.width')}
        value={template.width}
        onChange={(width) => width !== undefined && onChange({ width })}
      />
      <NumberField
        label={t('designer.height')}
        value={template.height}
        onChange={(height) => height !== undefined && onChange({ height })}
      />
      <NativeSelect
        label={t('designer.use')}
        value={template.use}
        data={uses.map((use) => ({ value: use, label: t(`designer.uses.${use}`) }))}
        onChange={({ currentTarget: { value } }) => onChange({ use: value as Template['use'] })}
      />
    </div>
  )
}
