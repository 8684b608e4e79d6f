import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Person } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useSession } from '../../data/identity.ts'
import { useWayBack } from '../../data/way-back.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Form } from '../../ui/form.tsx'
import { Row } from '../../ui/page.tsx'
import { Button, IconButton, Modal, Switch, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'
import { CompanySelect, RoleSelect } from './role-select.tsx'
import styles from './people.module.css'
import { useWord } from '../../texts/say.ts'

/** Changes the name and the roles of a person, or disables the account. */
export function PersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useText('access')
  const { ask, problem, isAsking } = useAsk()
  const wayBack = useWayBack()
  const [name, setName] = useState(person.name)
  const [disabled, setDisabled] = useState(person.disabled)
  const [memberships, setMemberships] = useState(person.memberships)
  const save = async () => {
    const changed = await ask('changePerson', { person: person.id, name, memberships, disabled })
    if (!changed) return
    const isChanged = disabled !== person.disabled
    const words = isChanged ? (disabled ? 'isDisabled' : 'isEnabled') : 'changed'
    const { id, name: formerName, memberships: formerly, disabled: wasDisabled } = person
    const former = { name: formerName, memberships: formerly, disabled: wasDisabled }
    const undo = wayBack('changePerson', { person: id, ...former }, { detail: name })
    tell({ kind: 'done', words: t(`people.${words}`, { name }), undo })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('people.change', { name: person.name })} size="lg">
      <Form onSend={save}>
        <Complaint problem={problem} />
        <TextInput
          label={t('people.name')}
          required
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Memberships memberships={memberships} onChange={setMemberships} />
        <Switch
          label={t('people.disable')}
          description={t('people.disableDetail', { name: person.name })}
          checked={disabled}
          onChange={({ currentTarget }) => setDisabled(currentTarget.checked)}
        />
        <DialogEnd loading={isAsking} onClose={onClose} />
      </Form>
    </Modal>
  )
}

function Memberships({
  memberships,
  onChange,
}: {
  memberships: Person['memberships']
  onChange: (memberships: Person['memberships']) => void
}) {
  const t = useText('access')
  const word = useWord()
  const known = useSession().companies.map(({ company }) => company)
  const free = ['*', ...known].find((one) => !memberships.some(({ company }) => company === one))
  const replace = (index: number, change: Partial<Person['memberships'][number]>) =>
    onChange(memberships.map((one, at) => (at === index ? { ...one, ...change } : one)))
  return (
    <>
      {memberships.length === 0 && <p>{t('people.noRoles')}</p>}
      {memberships.map(({ company, role }, index) => (
        <div key={company} className={styles.membership}>
          <CompanySelect
            value={company}
            companies={known}
            onChange={(next) => replace(index, { company: next })}
          />
          <RoleSelect value={role} onChange={(next) => replace(index, { role: next })} />
          <IconButton
            label={t('people.removeRole', { role: word('role', role) })}
            onClick={() => onChange(memberships.filter((_, at) => at !== index))}
          >
            <Trash2 />
          </IconButton>
        </div>
      ))}
      {free !== undefined && (
        <Row>
          <Button
            variant="subtle"
            leftSection={<Plus aria-hidden />}
            onClick={() => onChange([...memberships, { company: free, role: 'operator' }])}
          >
            {t('people.addRole')}
          </Button>
        </Row>
      )}
    </>
  )
}
