import { useEffect, useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import type { Template } from '../../../label/index.ts'
import { useOperation } from '../../data/operations.ts'
import { useClient } from '../../data/session.ts'
import { useScan } from '../../scan/scan-provider.tsx'
import { useText } from '../../texts/texts.ts'
import { Form } from '../../ui/form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { NativeSelect, TextInput } from '../../ui/parts.ts'
import { problemText } from '../../ui/problem-text.ts'

/** A label of the template that is being designed, as the server lays it out for a printer. */
export interface Preview {
  readonly shown: Outputs['previewLabel'] | undefined
  readonly dpi: number
  readonly setDpi: (dpi: number) => void
  readonly unit: { readonly id: number; readonly name: string } | undefined
  /** Takes any number of a unit; empty for sample data. Answers with what is wrong. */
  readonly show: (number: string) => Promise<string | undefined>
  readonly fields: readonly string[]
}

/** How long a template has to rest before it is laid out, in milliseconds. */
const restMs = 120

/** Keeps the preview of a template up to date. */
export function usePreview(template: Template): Preview {
  const client = useClient()
  const [dpi, setDpi] = useState(203)
  const [unit, setUnit] = useState<Preview['unit']>()
  const rested = useRested(template)
  const input = { template: { ...rested }, dpi, ...(unit && { unit: unit.id }) }
  const { data } = useOperation('previewLabel', input, { keepsFormer: true })
  const { data: known } = useOperation('listLabelTemplates', {})
  const show = async (number: string): Promise<string | undefined> => {
    if (number.trim() === '') {
      setUnit(undefined)
      return undefined
    }
    try {
      const { id, serial } = await client.call('showUnit', { unit: number.trim() })
      setUnit({ id, name: serial ?? `#${id}` })
    } catch (error) {
      return problemText(error)
    }
    return undefined
  }
  return { shown: data, dpi, setDpi, unit, show, fields: known?.fields ?? [] }
}

function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}

/** For which printer and which unit the label is shown. */
export function PreviewFields({ preview }: { preview: Preview }) {
  const t = useText('labels')
  const [number, setNumber] = useState('')
  const [error, setError] = useState<string>()
  const show = async (text: string) => setError(await preview.show(text))
  useScan(async ({ code, meaning }) => {
    const unit = meaning.candidates.find(({ kind, known }) => kind === 'unit' && known)
    if (!unit) return false
    setNumber(code)
    await show(code)
    return true
  })
  return (
    <Panel>
      <Form onSend={() => void show(number)}>
        <NativeSelect
          label={t('designer.dpi')}
          value={String(preview.dpi)}
          data={['203', '300', '600']}
          onChange={({ currentTarget: { value } }) => preview.setDpi(Number(value))}
        />
        <TextInput
          label={t('designer.unit')}
          description={
            preview.unit
              ? t('designer.unitShown', { unit: preview.unit.name })
              : t('designer.unitHint')
          }
          autoComplete="off"
          value={number}
          onChange={({ currentTarget: { value } }) => setNumber(value)}
          onBlur={() => void show(number)}
          {...(error !== undefined && { error })}
        />
      </Form>
    </Panel>
  )
}
