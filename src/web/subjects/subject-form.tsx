import { useState, type SubmitEvent } from 'react'
import type { Subject } from '../../client/web-client.ts'
import { useRecord, type Recorded } from '../data/record.ts'
import { useText } from '../texts/texts.ts'
import { DialogEnd } from '../ui/dialog-end.tsx'
import { More } from '../ui/more.tsx'
import { Stack } from '../ui/page.tsx'
import { Modal, TextInput } from '../ui/parts.ts'
import { FieldInput } from './field-input.tsx'
import { useLeave } from './use-leave.ts'
import styles from './subject-form.module.css'
import { changedData, propertyOf, textOf, type SubjectField } from './subject-field.ts'

/** What people make and change by hand. */
export type ChangeableKind = 'item' | 'location' | 'party' | 'order' | 'lot' | 'trait'

interface Asked {
  readonly kind: ChangeableKind
  readonly title: string
  readonly fields: readonly SubjectField[]
  /** What is changed; something new is made when absent. */
  readonly subject?: Subject
  /** Code that a new one begins with. */
  readonly code?: string
  readonly codeHint?: string
  /** What a new one has that is not asked for, such as the item of a lot. */
  readonly given?: Readonly<Record<string, unknown>>
  readonly onClose: () => void
  /** Called with the code of what was made or changed. */
  readonly onDone?: (code: string, recorded: Recorded) => void
}

/** Asks for the properties of something new, or changes those of something that is there. */
export function SubjectForm(asked: Asked) {
  const { kind, title, subject, codeHint, onClose } = asked
  const t = useText('things')
  const { code, setCode, values, setValue, overtaken, isSending, send } = useSubjectForm(asked)
  const fields = asked.fields.filter(({ when }) => when?.(values) ?? true)
  const rare = fields.filter(({ isRare }) => isRare)
  const input = (field: SubjectField) => (
    <FieldInput
      key={field.name}
      field={field}
      value={values[field.name] ?? ''}
      onChange={(value) => setValue(field.name, value)}
    />
  )
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form onSubmit={send}>
        <Stack>
          <TextInput
            label={t(kind === 'item' ? 'sku' : 'code')}
            {...(codeHint !== undefined && { description: codeHint })}
            required
            // The values of a trait stand under its code.
            readOnly={kind === 'trait' && subject !== undefined}
            data-autofocus
            data-takes-scan
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            value={code}
            onChange={({ currentTarget: { value } }) => setCode(value)}
          />
          {fields.filter(({ isRare }) => !isRare).map(input)}
          {rare.length > 0 && (
            <More title={t('moreFields')} open={rare.some(({ name }) => values[name] !== '')}>
              {rare.map(input)}
            </More>
          )}
          {overtaken.length > 0 && (
            <div className={styles.overtaken} role="status">
              <p>{t('overtaken')}</p>
              {overtaken.map(({ label, value }) => (
                <p key={label}>
                  {label}: <b>{value === '' ? t('notSaid') : value}</b>
                </p>
              ))}
            </div>
          )}
          <DialogEnd loading={isSending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

function useSubjectForm({ kind, fields, subject, given, onClose, onDone, ...asked }: Asked) {
  const t = useText('things')
  const record = useRecord()
  const leave = useLeave()
  const before = Object.fromEntries(
    fields.map((field) => [field.name, textOf(field, propertyOf(subject?.data ?? {}, field))]),
  )
  const [opened] = useState(before)
  const [typedCode, setCode] = useState<string>()
  const code = typedCode ?? subject?.code ?? asked.code ?? ''
  const [typed, setTyped] = useState<Record<string, string>>({})
  const values: Record<string, string> = { ...before, ...typed }
  const [isSending, setSending] = useState(false)
  // What somebody else has changed since the form opened, and saving would put back.
  const overtaken = fields
    .filter(({ name }) => typed[name] !== undefined && before[name] !== opened[name])
    .map(({ name, label }) => ({ label, value: before[name]! }))
  const changed = fields.filter(({ name }) => values[name] !== before[name])
  const data = changedData(subject?.data ?? {}, changed, values)
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    setSending(true)
    const wish =
      subject === undefined
        ? { kind: `create_${kind}`, input: { code: code.trim(), ...given, ...data } }
        : { kind: `change_${kind}`, input: changeOf(subject, code.trim(), given, data) }
    const words = t(subject === undefined ? 'created' : 'changed', { code: code.trim() })
    const show = (recorded: Recorded) => onDone?.(code.trim(), recorded)
    const onUndone = () => leave(code.trim())
    const onRedone = () => recorded && show(recorded)
    const isNew = subject === undefined
    const recorded = await record(wish, { words, ...(isNew && { onUndone, onRedone }) })
    setSending(false)
    if (!recorded) return
    onClose()
    show(recorded)
  }
  return {
    code,
    setCode,
    values,
    overtaken,
    setValue: (name: string, value: string) => setTyped((all) => ({ ...all, [name]: value })),
    isSending,
    send: (event: SubmitEvent) => void send(event),
  }
}

const changeOf = (
  subject: Subject,
  code: string,
  given: Readonly<Record<string, unknown>> | undefined,
  set: object,
) => ({
  ...given,
  code: subject.code,
  ...(code !== subject.code && { rename: code }),
  set,
})
