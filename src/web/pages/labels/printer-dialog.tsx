import { useState } from 'react'
import { errorFor, useAsk } from '../../data/ask.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { Form } from '../../ui/form.tsx'
import { Row } from '../../ui/page.tsx'
import { Button, Modal, NativeSelect, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'

const kinds = ['zpl', 'ipp'] as const

/** Allows a printer. */
export function PrinterDialog({ onClose }: { onClose: () => void }) {
  const t = useText('labels')
  const { ask, problem, isAsking } = useAsk()
  const [fields, setFields] = useState({
    name: '',
    kind: 'zpl' as 'zpl' | 'ipp',
    host: '',
    port: '9100',
    path: '',
    dpi: '203',
    darkness: '',
  })
  const set = (name: keyof typeof fields) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setFields((known) => ({
      ...known,
      [name]: value,
      // The usual port of each kind, until somebody writes another.
      ...(name === 'kind' && { port: value === 'ipp' ? '631' : '9100' }),
    }))
  }
  const input = (name: keyof typeof fields, more: object = {}) => ({
    label: t(`printers.${name}` as 'printers.name'),
    value: fields[name],
    onChange: set(name),
    autoComplete: 'off',
    ...errorFor(problem, name),
    ...more,
  })
  const save = async () => {
    const { name, kind, host, port, path, dpi, darkness } = fields
    const saved = await ask('savePrinter', {
      name: name.trim(),
      kind,
      host: host.trim(),
      port: Number(port),
      dpi: Number(dpi),
      ...(path.trim() !== '' && kind === 'ipp' && { path: path.trim() }),
      ...(darkness !== '' && { darkness: Number(darkness) }),
    })
    if (!saved) return
    tell({ kind: 'done', words: t('printers.saved'), detail: saved.name })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('printers.add')}>
      <Form onSend={save}>
        <Complaint problem={problem} />
        <TextInput {...input('name', { required: true, maxLength: 60, 'data-autofocus': true })} />
        <NativeSelect
          {...input('kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`printers.kinds.${kind}`) }))}
        />
        <TextInput {...input('host', { required: true, description: t('printers.hostHint') })} />
        <TextInput {...input('port', { required: true, inputMode: 'numeric' })} />
        {fields.kind === 'ipp' && (
          <TextInput {...input('path', { description: t('printers.pathHint') })} />
        )}
        <NativeSelect {...input('dpi')} data={['203', '300', '600']} />
        {fields.kind === 'zpl' && (
          <TextInput
            {...input('darkness', {
              description: t('printers.darknessHint'),
              inputMode: 'numeric',
            })}
          />
        )}
        <Row end>
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={isAsking}>
            {t('printers.save')}
          </Button>
        </Row>
      </Form>
    </Modal>
  )
}
