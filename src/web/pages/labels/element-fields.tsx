import type { Template } from '../../../label/index.ts'
import { useText } from '../../texts/texts.ts'
import { Checkbox, NativeSelect, TextInput } from '../../ui/parts.ts'
import { BarcodeFields } from './barcode-fields.tsx'
import type { Element } from './design.ts'
import { FieldText } from './field-text.tsx'
import styles from './labels.module.css'
import { NumberField } from './number-field.tsx'

const fonts = ['sans', 'bold', 'condensed', 'mono', 'mono_bold'] as const
const uses = [
  'own',
  'retail',
  'distribution',
  'trade_item',
  'logistic',
  'healthcare',
  'marking',
  'asset',
] as const satisfies readonly Template['use'][]
const aligns = ['start', 'center', 'end'] as const
const fits = ['shrink', 'wrap', 'ellipsis'] as const
const signs = [
  'fragile',
  'this_way_up',
  'keep_dry',
  'keep_from_sunlight',
  'temperature_limits',
  'keep_frozen',
  'do_not_stack',
  'lithium_battery',
] as const

/** Changes some properties of an element. */
export type Change = (properties: Partial<Record<string, unknown>>) => void

/** Everything about one element that can be written as a number or chosen. */
export function ElementFields({
  element,
  fields,
  onChange,
}: {
  element: Element
  /** Names of the fields that texts can say. */
  fields: readonly string[]
  onChange: Change
}) {
  const t = useText('labels')
  const number = (
    name: string,
    key: 'x' | 'y' | 'x2' | 'y2' | 'width' | 'height' | 'thickness',
  ) => (
    <NumberField
      label={t(`designer.${key}`)}
      value={(element as unknown as Record<string, number>)[name]}
      onChange={(value) => value !== undefined && onChange({ [name]: value })}
    />
  )
  return (
    <div className={styles.fields}>
      {element.type === 'text' && (
        <TextFields element={element} fields={fields} onChange={onChange} />
      )}
      {element.type === 'barcode' && (
        <BarcodeFields element={element} fields={fields} onChange={onChange} />
      )}
      {element.type === 'handling' && (
        <NativeSelect
          label={t('designer.sign')}
          value={element.symbol}
          data={signs.map((sign) => ({ value: sign, label: t(`designer.signs.${sign}`) }))}
          onChange={({ currentTarget: { value } }) => onChange({ symbol: value })}
        />
      )}
      {element.type === 'picture' && <PictureField onChange={onChange} />}
      {element.type === 'box' && (
        <Checkbox
          label={t('designer.fill')}
          checked={element.fill}
          onChange={({ currentTarget: { checked } }) => onChange({ fill: checked })}
        />
      )}
      {(element.type === 'line' || element.type === 'box') && number('thickness', 'thickness')}
      {number('x', 'x')}
      {number('y', 'y')}
      {element.type === 'line' ? (
        <>
          {number('x2', 'x2')}
          {number('y2', 'y2')}
        </>
      ) : (
        <>
          {number('width', 'width')}
          {number('height', 'height')}
          <NativeSelect
            label={t('designer.turn')}
            value={String(element.turn)}
            data={['0', '90', '180', '270'].map((turn) => ({ value: turn, label: `${turn}°` }))}
            onChange={({ currentTarget: { value } }) => onChange({ turn: Number(value) })}
          />
        </>
      )}
      <TextInput
        label={t('designer.when')}
        description={t('designer.whenHint')}
        autoComplete="off"
        value={element.when ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ when: value.trim() === '' ? undefined : value.trim() })
        }
      />
    </div>
  )
}

function TextFields({
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

function PictureField({ onChange }: { onChange: Change }) {
  const t = useText('labels')
  const read = (file: File | undefined) => {
    if (!file) return
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      onChange({ png: reader.result, path: undefined, space: undefined })
    })
    reader.readAsDataURL(file)
  }
  return (
    <label data-wide>
      {t('designer.picture')}{' '}
      <input
        type="file"
        accept="image/png"
        onChange={({ currentTarget: { files } }) => read(files?.[0])}
      />
    </label>
  )
}

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
        label={t('designer.name')}
        autoComplete="off"
        value={template.name}
        onChange={({ currentTarget: { value } }) => onChange({ name: value })}
      />
      <TextInput
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
