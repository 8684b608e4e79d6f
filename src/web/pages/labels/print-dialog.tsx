import { SubjectPicker } from '../../subjects/subject-picker.tsx'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Form } from '../../ui/form.tsx'
import { Modal, NativeSelect, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'
import { PrintPreview } from './print-preview.tsx'
import type { Wanted } from './wanted.ts'
import { asItems, asPdf, usePrintForm, type PrintForm } from './use-print-form.ts'
import { useTemplateTitle } from './template-words.ts'

/** Asks which labels on which printer; makes a job of it, or a PDF. */
export function PrintDialog({ wanted, onClose }: { wanted: Wanted; onClose: () => void }) {
  const t = useText('labels')
  const form = usePrintForm(wanted)
  const { print, problem, isAsking, isPdf } = form
  return (
    <Modal opened onClose={onClose} title={t('print')} size="lg">
      <Form onSend={print}>
        <Complaint problem={problem} />
        <OutputFields form={form} />
        <SubjectFields form={form} />
        <PrintPreview form={form} />
        <DialogEnd
          action={t(isPdf ? 'dialog.open' : 'dialog.send')}
          loading={isAsking}
          onClose={onClose}
        />
      </Form>
    </Modal>
  )
}

interface Part {
  readonly form: PrintForm
}

/** Where the labels come out, and how. */
function OutputFields({ form: { input, printer, printers, templates, hasStart } }: Part) {
  const t = useText('labels')
  const titleOf = useTemplateTitle()
  return (
    <>
      <NativeSelect
        {...input('printer')}
        label={t('dialog.to')}
        value={printer}
        data={[
          ...printers.map(({ name }) => ({ value: name, label: name })),
          { value: asPdf, label: t('dialog.asPdf') },
        ]}
      />
      <NativeSelect
        {...input('template')}
        label={t('dialog.template')}
        data={[
          { value: asItems, label: t('dialog.asItems') },
          ...templates.map((one) => ({ value: one.name, label: titleOf(one) })),
        ]}
      />
      {hasStart && (
        <TextInput
          {...input('startAt')}
          label={t('dialog.startAt')}
          inputMode="numeric"
          pattern="[1-9][0-9]{0,2}"
        />
      )}
      <TextInput
        {...input('copies')}
        label={t('dialog.copies')}
        inputMode="numeric"
        pattern="[1-9][0-9]?"
      />
    </>
  )
}

/** What gets labels. */
function SubjectFields({ form }: Part) {
  const t = useText('labels')
  const { input, source, sources } = form
  return (
    <>
      <NativeSelect
        {...input('source')}
        label={t('dialog.source')}
        value={source}
        data={sources.map((value) => ({ value, label: t(`dialog.sources.${value}`) }))}
      />
      {source === 'units' && <SearchField form={form} />}
      {source === 'places' && (
        <TextInput
          {...input('places')}
          label={t('dialog.places')}
          description={t('dialog.placesHint')}
          required
          error={form.problem?.field === 'locations' && form.problem.text}
        />
      )}
      {source === 'blanks' && <BlankFields form={form} />}
    </>
  )
}

function SearchField({ form: { fields, input, found } }: Part) {
  const t = useText('labels')
  const count = found === undefined ? undefined : found * (Number(fields.copies) || 1)
  return (
    <TextInput
      {...input('query')}
      label={t('dialog.which')}
      description={count === undefined ? t('dialog.whichHint') : t('dialog.found', { count })}
      required
      data-autofocus
    />
  )
}

function BlankFields({ form: { fields, set, input } }: Part) {
  const t = useText('labels')
  return (
    <>
      <SubjectPicker
        kind="item"
        label={t('dialog.item')}
        hint={t('dialog.blanksHint')}
        value={fields.item}
        onChange={(item) => set({ item })}
        required
      />
      <TextInput
        {...input('count')}
        label={t('dialog.count')}
        required
        inputMode="numeric"
        pattern="[1-9][0-9]{0,4}"
      />
    </>
  )
}
