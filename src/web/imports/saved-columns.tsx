import { Save } from 'lucide-react'
import { useState } from 'react'
import { errorFor, useAsk } from '../data/ask.ts'
import { useOperation } from '../data/operations.ts'
import { useWayBack } from '../data/way-back.ts'
import { tell } from '../feedback/feedback.ts'
import { useText } from '../texts/texts.ts'
import { DialogEnd } from '../ui/dialog-end.tsx'
import { Form } from '../ui/form.tsx'
import { Button, Modal, NativeSelect, TextInput } from '../ui/parts.ts'
import type { ImportMapping } from './mapping.ts'

/** Takes the meaning of the columns from what was saved; shown where something was. */
export function SavedColumns({ onChoose }: { onChoose: (mapping?: ImportMapping) => void }) {
  const t = useText('imports')
  const { data } = useOperation('listMappings', { limit: 1000 })
  const [name, setName] = useState('')
  const mappings = data?.mappings ?? []
  if (mappings.length === 0) return null
  return (
    <NativeSelect
      label={t('columns.saved')}
      value={name}
      data={[{ value: '', label: t('columns.savedNone') }, ...mappings.map((one) => one.name)]}
      onChange={({ currentTarget }) => {
        setName(currentTarget.value)
        const found = mappings.find((one) => one.name === currentTarget.value)
        onChoose(found?.mapping as ImportMapping | undefined)
      }}
    />
  )
}

/** Keeps the meaning of the columns under a name. */
export function SaveColumns({ mapping, usual }: { mapping: ImportMapping; usual: string }) {
  const t = useText('imports')
  const { data } = useOperation('listMappings', { limit: 1000 })
  const wayBack = useWayBack()
  const { ask, problem, isAsking } = useAsk()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState(usual)
  const save = async () => {
    const former = data?.mappings.find((one) => one.name === name)
    if (!(await ask('saveMapping', { name, mapping }))) return
    setOpen(false)
    const undo = former
      ? wayBack('saveMapping', { name, mapping: former.mapping })
      : wayBack('deleteMapping', { name })
    tell({ kind: 'done', words: t('columns.savedDone', { name }), undo })
  }
  return (
    <>
      <Button variant="subtle" leftSection={<Save aria-hidden />} onClick={() => setOpen(true)}>
        {t('columns.save')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('columns.save')}>
        <Form onSend={save}>
          <TextInput
            label={t('columns.saveName')}
            description={t('columns.saveHint')}
            required
            data-autofocus
            maxLength={100}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            {...(problem && { error: problem.text })}
            {...errorFor(problem, 'name')}
          />
          <DialogEnd loading={isAsking} onClose={() => setOpen(false)} />
        </Form>
      </Modal>
    </>
  )
}
