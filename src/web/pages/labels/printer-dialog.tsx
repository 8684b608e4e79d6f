import type { Outputs } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useWayBack } from '../../data/way-back.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Form } from '../../ui/form.tsx'
import { Modal, NativeSelect, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'
import { useFields } from './use-fields.ts'

/** What printers speak, and the port on which each is usually heard. */
const usualPorts = { zpl: '9100', ipp: '631' } as const
const kinds = ['zpl', 'ipp'] as const

const first = {
  name: '',
  kind: 'zpl' as (typeof kinds)[number],
  host: '',
  port: usualPorts.zpl as string,
  path: '',
  dpi: '203',
  darkness: '',
}

/** What the operation takes of the fields: no path for ZPL, no darkness for IPP. */
const printerOf = ({ name, kind, host, port, path, dpi, darkness }: typeof first) => ({
  name: name.trim(),
  kind,
  host: host.trim(),
  port: Number(port),
  dpi: Number(dpi),
  ...(kind === 'ipp' && path.trim() !== '' && { path: path.trim() }),
  ...(kind === 'zpl' && darkness.trim() !== '' && { darkness: Number(darkness) }),
})

/** Allows a printer. */
export function PrinterDialog({
  printers,
  onClose,
}: {
  /** Those that are allowed already: one of the same name is replaced. */
  printers: Outputs['listPrinters']['printers']
  onClose: () => void
}) {
  const t = useText('labels')
  const { ask, problem, isAsking } = useAsk()
  const wayBack = useWayBack()
  const { fields, set, input } = useFields(first, problem)
  const labelled = (name: keyof typeof first) => ({ label: t(`printers.${name}`), ...input(name) })
  const save = async () => {
    const saved = await ask('savePrinter', printerOf(fields))
    if (!saved) return
    const { name } = saved
    const former = printers.find((one) => one.name === name)
    const undo = former
      ? wayBack('savePrinter', former, { detail: name })
      : wayBack('deletePrinter', { printer: name }, { detail: name })
    tell({ kind: 'done', words: t('printers.saved'), detail: name, undo })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('printers.add')}>
      <Form onSend={save}>
        <Complaint problem={problem} />
        <TextInput {...labelled('name')} required maxLength={60} data-autofocus />
        <NativeSelect
          {...labelled('kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`printers.kinds.${kind}`) }))}
          onChange={({ currentTarget }) => {
            const kind = currentTarget.value as (typeof kinds)[number]
            set({ kind, port: usualPorts[kind] })
          }}
        />
        <TextInput {...labelled('host')} required description={t('printers.hostHint')} />
        <TextInput {...labelled('port')} required inputMode="numeric" />
        {fields.kind === 'ipp' && (
          <TextInput {...labelled('path')} description={t('printers.pathHint')} />
        )}
        <NativeSelect {...labelled('dpi')} data={['203', '300', '600']} />
        {fields.kind === 'zpl' && (
          <TextInput
            {...labelled('darkness')}
            description={t('printers.darknessHint')}
            inputMode="numeric"
          />
        )}
        <DialogEnd action={t('printers.save')} loading={isAsking} onClose={onClose} />
      </Form>
    </Modal>
  )
}
