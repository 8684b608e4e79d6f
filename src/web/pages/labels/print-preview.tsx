import { useOperation } from '../../data/operations.ts'
import { useText } from '../../texts/texts.ts'
import { FindingList } from './findings.tsx'
import styles from './labels.module.css'
import { pictureOf } from './picture-of.ts'
import { asItems, type PrintForm } from './use-print-form.ts'

/** Resolution of the picture; what a printer makes of it is checked when the labels are made. */
const dpi = 300

/** One of the labels that would be printed, with what is wrong about it. */
export function PrintPreview({ form: { source, fields, firstUnit } }: { form: PrintForm }) {
  const t = useText('labels')
  const { template } = fields
  const isOfUnits = source === 'units' || source === 'chosen'
  const isKnown = isOfUnits ? firstUnit !== undefined : template !== asItems || source === 'places'
  const input = {
    dpi,
    ...(template !== asItems && { template }),
    ...(isOfUnits && firstUnit !== undefined && { unit: firstUnit }),
  }
  const { data } = useOperation('previewLabel', input, { enabled: isKnown, keepsFormer: true })
  if (!isKnown || !data) return null
  const picture = pictureOf(data.svg)
  return (
    <figure className={styles.sample}>
      {picture !== undefined && <img src={picture} alt="" />}
      <figcaption>{t(isOfUnits ? 'dialog.oneOfThem' : 'dialog.sample')}</figcaption>
      {data.findings.length > 0 && <FindingList findings={data.findings} />}
    </figure>
  )
}
