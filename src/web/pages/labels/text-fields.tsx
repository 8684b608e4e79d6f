import { useText } from '../../texts/texts.ts'
import { NativeSelect } from '../../ui/parts.ts'
import type { Change, Element } from './design.ts'
import { FieldText } from './field-text.tsx'
import { NumberField } from './number-field.tsx'

const fonts = ['sans', 'bold', 'condensed', 'mono', 'mono_bold'] as const
const aligns = ['start', 'center', 'end'] as const
const fits = ['shrink', 'wrap', 'ellipsis'] as const

/** What a text says, and in which letters. */
export function TextFields({
  element,
  fields,
  onChange,
}: {
  element: Element & { type: 'text' }
  fields: readonly string[]
  onChange: Change
}) {
  const t = useText('labels')
  return (
    <>
      <div data-wide>
        <FieldText
          label={t('designer.text')}
          value={element.text}
          fields={fields}
          onChange={(text) => onChange({ text })}
        />
      </div>
      <NativeSelect
        label={t('designer.font')}
        value={element.font}
        data={fonts.map((font) => ({ value: font, label: t(`designer.fonts.${font}`) }))}
        onChange={({ currentTarget: { value } }) => onChange({ font: value })}
      />
      <NumberField
        label={t('designer.size')}
        value={element.size}
        onChange={(size) => size !== undefined && onChange({ size })}
      />
      <NativeSelect
        label={t('designer.align')}
        value={element.align}
        data={aligns.map((align) => ({ value: align, label: t(`designer.aligns.${align}`) }))}
        onChange={({ currentTarget: { value } }) => onChange({ align: value })}
      />
      <NativeSelect
        label={t('designer.fit')}
        value={element.fit}
        data={fits.map((fit) => ({ value: fit, label: t(`designer.fits.${fit}`) }))}
        onChange={({ currentTarget: { value } }) => onChange({ fit: value })}
      />
    </>
  )
}
