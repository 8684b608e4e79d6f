import { Plus, X } from 'lucide-react'
import { useText } from '../../texts/texts.ts'
import { Button, IconButton, TextInput } from '../../ui/parts.ts'
import type { Element } from './design.ts'
import styles from './labels.module.css'

type AiElement = NonNullable<(Element & { type: 'barcode' })['elements']>[number]

/** The application identifiers of a GS1 code, and what each is filled with. */
export function AiFields({
  elements,
  onChange,
}: {
  elements: readonly AiElement[]
  onChange: (elements: readonly AiElement[]) => void
}) {
  const t = useText('labels')
  return (
    <div data-wide>
      {elements.map((element, index) => {
        const { ai, value, optional } = element
        const set = (part: Partial<AiElement>) =>
          onChange(elements.with(index, { ...element, ...part }))
        return (
          <div key={index} className={styles.pair}>
            <TextInput
              label={t('designer.ai')}
              inputMode="numeric"
              autoComplete="off"
              value={ai}
              onChange={({ currentTarget }) => set({ ai: currentTarget.value })}
            />
            <TextInput
              label={t('designer.value')}
              autoComplete="off"
              required={!optional}
              value={value}
              onChange={({ currentTarget }) => set({ value: currentTarget.value })}
            />
            <IconButton
              label={t('designer.removeAi', { ai })}
              disabled={elements.length === 1}
              onClick={() => onChange(elements.toSpliced(index, 1))}
            >
              <X aria-hidden />
            </IconButton>
          </div>
        )
      })}
      <Button
        variant="default"
        leftSection={<Plus aria-hidden />}
        onClick={() => onChange([...elements, { ai: '10', value: '{lot}', optional: true }])}
      >
        {t('designer.addAi')}
      </Button>
    </div>
  )
}
