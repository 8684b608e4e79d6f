import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Company } from '../../../client/web-client.ts'
import { refreshCompanies } from '../../companies/use-companies.ts'
import { errorFor, useAsk, type Shown } from '../../data/ask.ts'
import { reloadSession } from '../../data/identity.ts'
import { openClient } from '../../data/open-client.ts'
import { ClientContext } from '../../data/session.ts'
import { useWayBack } from '../../data/way-back.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Form } from '../../ui/form.tsx'
import { Modal, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'

const nameMax = 100

/** Makes a company and goes there. */
export function NewCompanyDialog({ onClose }: { onClose: () => void }) {
  const t = useText('companies')
  const navigate = useNavigate()
  const { ask, problem, isAsking } = useAsk()
  const [name, setName] = useState('')
  const send = async () => {
    const made = await ask('createCompany', { name })
    if (!made) return
    await reloadSession()
    await refreshCompanies()
    onClose()
    tell({ kind: 'done', words: t('created', { name: made.name }) })
    await navigate({ to: '/c/$company', params: made })
  }
  return (
    <Modal opened onClose={onClose} title={t('create')}>
      <Form onSend={send}>
        <p>{t('createDetail')}</p>
        <NameField name={name} onChange={setName} problem={problem} />
        <DialogEnd action={t('create')} loading={isAsking} onClose={onClose} />
      </Form>
    </Modal>
  )
}

/** Gives a company, whether it is the open one or not, another name. */
export function RenameDialog({ one, onClose }: { one: Company; onClose: () => void }) {
  const [client] = useState(() => openClient(one.company))
  return (
    <ClientContext value={client}>
      <RenameForm one={one} onClose={onClose} />
    </ClientContext>
  )
}

function RenameForm({ one, onClose }: { one: Company; onClose: () => void }) {
  const t = useText('companies')
  const { ask, problem, isAsking } = useAsk()
  const wayBack = useWayBack()
  const [name, setName] = useState(one.name)
  const send = async () => {
    const done = await ask('renameCompany', { name })
    if (!done) return
    await refreshCompanies()
    onClose()
    const undo = wayBack('renameCompany', { name: one.name }, { after: refreshCompanies })
    tell({ kind: 'done', words: t('renamed', { name: done.name }), undo })
  }
  return (
    <Modal opened onClose={onClose} title={t('renameTitle', { name: one.name })}>
      <Form onSend={send}>
        <NameField name={name} onChange={setName} problem={problem} />
        <DialogEnd loading={isAsking} onClose={onClose} />
      </Form>
    </Modal>
  )
}

/** The field for the name of a company, with what is wrong with it. */
function NameField({
  name,
  onChange,
  problem,
}: {
  name: string
  onChange: (name: string) => void
  problem: Shown | undefined
}) {
  const t = useText('companies')
  return (
    <>
      {problem?.field !== 'name' && <Complaint problem={problem} />}
      <TextInput
        label={t('name')}
        required
        data-autofocus
        maxLength={nameMax}
        value={name}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        {...errorFor(problem, 'name')}
      />
    </>
  )
}
