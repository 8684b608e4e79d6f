import { useState } from 'react'
import type { Role } from '../../../contract/permission.ts'
import { useAsk } from '../../data/ask.ts'
import { useSession } from '../../data/identity.ts'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Form } from '../../ui/form.tsx'
import { Modal, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'
import { LoginField } from '../door/login-field.tsx'
import { CompanySelect, RoleSelect } from './role-select.tsx'
import type { ShownLink } from './link-dialog.tsx'

/** Adds a person; what comes of it is the link to send to them. */
export function InviteDialog({
  onClose,
  onDone,
}: {
  onClose: () => void
  onDone: (link: ShownLink) => void
}) {
  const t = useText('access')
  const { ask, problem, isAsking } = useAsk()
  const companies = useSession().companies.map(({ company }) => company)
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [role, setRole] = useState<Role>('operator')
  const [company, setCompany] = useState('*')
  const invite = async () => {
    const made = await ask('invitePerson', { login, name, memberships: [{ company, role }] })
    if (made) onDone({ name: made.person.name, link: made.link, expires: made.expires })
  }
  return (
    <Modal opened onClose={onClose} title={t('people.invite')} size="lg">
      <Form onSend={invite}>
        {problem?.field !== 'login' && <Complaint problem={problem} />}
        <TextInput
          label={t('people.name')}
          required
          data-autofocus
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <LoginField
          label={t('people.login')}
          hint={t('people.loginHint')}
          value={login}
          onChange={setLogin}
          problem={problem}
        />
        <RoleSelect value={role} onChange={setRole} />
        {companies.length > 1 && (
          <CompanySelect value={company} companies={companies} onChange={setCompany} />
        )}
        <DialogEnd action={t('people.sendInvitation')} loading={isAsking} onClose={onClose} />
      </Form>
    </Modal>
  )
}
