import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { withElement, withoutElement, type Design, type Element, type Step } from './design.ts'
import { ElementFields } from './element-fields.tsx'
import { LabelFields } from './label-fields.tsx'
import { useElementName } from './template-words.ts'

/** What is worked on in numbers and words: an element, or the label itself. */
export function SidePanel({
  design: { template, selected },
  fields,
  onStep,
}: {
  design: Design
  fields: readonly string[]
  onStep: (step: Step) => void
}) {
  const t = useText('labels')
  const nameOf = useElementName()
  const element = selected === null ? undefined : template.elements[selected]
  if (selected === null || !element) {
    return (
      <Panel title={t('designer.label')}>
        <LabelFields
          template={template}
          onChange={(properties) =>
            onStep({ kind: 'change', template: { ...template, ...properties }, about: 'label' })
          }
        />
      </Panel>
    )
  }
  const change = (properties: object) => {
    const next: Element = { ...element, ...properties }
    const about = `fields ${selected} ${Object.keys(properties).join()}`
    onStep({ kind: 'change', template: withElement(template, selected, next), about })
  }
  const remove = () => {
    onStep({ kind: 'change', template: withoutElement(template, selected), about: 'remove' })
    onStep({ kind: 'select', index: null })
  }
  return (
    <Panel
      title={nameOf(element)}
      actions={
        <Button variant="default" onClick={remove}>
          {t('designer.remove')}
        </Button>
      }
    >
      <ElementFields element={element} fields={fields} onChange={change} />
    </Panel>
  )
}
