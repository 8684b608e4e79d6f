import { useText } from '../../texts/texts.ts'
import { NativeSelect } from '../../ui/parts.ts'
import { AiFields } from './ai-fields.tsx'
import type { Change, Element } from './design.ts'
import { FieldText } from './field-text.tsx'
import { NumberField } from './number-field.tsx'

type Barcode = Element & { type: 'barcode' }

/** Names of codes as they are called everywhere. */
const symbologies = {
  gs1_datamatrix: 'GS1 DataMatrix',
  qr_link: 'QR, GS1 Digital Link',
  gs1_128: 'GS1-128',
  datamatrix: 'Data Matrix',
  qr: 'QR',
  code_128: 'Code 128',
  ean_13: 'EAN-13',
  ean_8: 'EAN-8',
  upc_a: 'UPC-A',
  itf_14: 'ITF-14',
} as const satisfies Record<Barcode['symbology'], string>

const structured = new Set<string>(['gs1_datamatrix', 'qr_link', 'gs1_128'])
const retail = new Set<string>(['ean_13', 'ean_8', 'upc_a', 'itf_14'])

/** What a code is and says. */
export function BarcodeFields({
  element,
  fields,
  onChange,
}: {
  element: Barcode
  fields: readonly string[]
  onChange: Change
}) {
  const t = useText('labels')
  const { symbology, elements, text, module, caption } = element
  return (
    <>
      <div data-wide>
        <NativeSelect
          label={t('designer.symbology')}
          value={symbology}
          data={Object.entries(symbologies).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) => onChange(contentFor(element, value))}
        />
      </div>
      {elements ? (
        <AiFields elements={elements} onChange={(next) => onChange({ elements: next })} />
      ) : (
        <div data-wide>
          <FieldText
            label={t('designer.text')}
            value={text ?? ''}
            fields={fields}
            onChange={(words) => onChange({ text: words })}
          />
        </div>
      )}
      <NumberField
        label={t('designer.module')}
        description={t('designer.moduleHint')}
        value={module}
        isOptional
        onChange={(value) => onChange({ module: value })}
      />
      <NumberField
        label={t('designer.caption')}
        description={t('designer.captionHint')}
        value={caption}
        isOptional
        onChange={(value) => onChange({ caption: value })}
      />
    </>
  )
}

/** What a code of another kind says: as much of the same as it can. */
function contentFor({ elements, text }: Barcode, symbology: string) {
  if (structured.has(symbology)) {
    const usual = [
      { ai: '01', value: '{item.gtin}', optional: false },
      { ai: '21', value: '{serial}', optional: false },
    ]
    return { symbology, elements: elements ?? usual, text: undefined }
  }
  const plain = retail.has(symbology) ? '{item.gtin}' : (text ?? '{serial}')
  return { symbology, elements: undefined, text: plain }
}
