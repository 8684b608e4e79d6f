import { handlingSymbols } from '../../../label/handling-words.ts'
import { useText } from '../../texts/texts.ts'
import { Checkbox, NativeSelect, TextInput } from '../../ui/parts.ts'
import { BarcodeFields } from './barcode-fields.tsx'
import type { Change, Element } from './design.ts'
import styles from './labels.module.css'
import { NumberField } from './number-field.tsx'
import { PictureField } from './picture-field.tsx'
import { TextFields } from './text-fields.tsx'

interface Part {
  readonly element: Element
  readonly onChange: Change
}

/** Everything about one element that can be written as a number or chosen. */
export function ElementFields({
  element,
  fields,
  onChange,
}: Part & {
  /** Names of the fields that texts can say. */
  readonly fields: readonly string[]
}) {
  const t = useText('labels')
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
          data={handlingSymbols.map((sign) => ({
            value: sign,
            label: t(`designer.signs.${sign}`),
          }))}
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
      <PlaceFields element={element} onChange={onChange} />
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

type Length = 'x' | 'y' | 'x2' | 'y2' | 'width' | 'height' | 'thickness'

/** The lengths that say where an element of a type lies, in millimetres. */
const lengthsOf: Readonly<Record<Element['type'], readonly Length[]>> = {
  text: ['x', 'y', 'width', 'height'],
  barcode: ['x', 'y', 'width', 'height'],
  picture: ['x', 'y', 'width', 'height'],
  handling: ['x', 'y', 'width', 'height'],
  box: ['thickness', 'x', 'y', 'width', 'height'],
  line: ['thickness', 'x', 'y', 'x2', 'y2'],
}

/** Where an element lies, and how it is turned. */
function PlaceFields({ element, onChange }: Part) {
  const t = useText('labels')
  return (
    <>
      {lengthsOf[element.type].map((name) => (
        <NumberField
          key={name}
          label={t(`designer.${name}`)}
          value={(element as Partial<Record<Length, number>>)[name]}
          onChange={(value) => value !== undefined && onChange({ [name]: value })}
        />
      ))}
      {element.type !== 'line' && (
        <NativeSelect
          label={t('designer.turn')}
          value={String(element.turn)}
          data={['0', '90', '180', '270'].map((turn) => ({ value: turn, label: `${turn}°` }))}
          onChange={({ currentTarget: { value } }) => onChange({ turn: Number(value) })}
        />
      )}
    </>
  )
}
