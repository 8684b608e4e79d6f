import { Image, Minus, Package, Plus, QrCode, Square, Type } from 'lucide-react'
import type { Template } from '../../../label/index.ts'
import { useText } from '../../texts/texts.ts'
import { Button } from '../../ui/parts.ts'
import { newElement, type ElementType, type Step } from './design.ts'
import styles from './labels.module.css'

const pictures = {
  text: Type,
  barcode: QrCode,
  line: Minus,
  box: Square,
  handling: Package,
  picture: Image,
} as const satisfies Record<ElementType, unknown>

/** What can be put on a label. */
export function AddTools({
  template,
  onStep,
}: {
  template: Template
  onStep: (step: Step) => void
}) {
  const t = useText('labels')
  const add = (type: ElementType) => {
    const elements = [...template.elements, newElement(type, template)]
    onStep({ kind: 'change', template: { ...template, elements }, about: `add ${elements.length}` })
    onStep({ kind: 'select', index: elements.length - 1 })
  }
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('designer.add')}>
      {(Object.keys(pictures) as ElementType[]).map((type) => {
        const Picture = pictures[type]
        return (
          <Button
            key={type}
            variant="default"
            leftSection={<Picture aria-hidden />}
            rightSection={<Plus aria-hidden size={14} />}
            onClick={() => add(type)}
          >
            {t(`designer.kinds.${type}`)}
          </Button>
        )
      })}
    </div>
  )
}
