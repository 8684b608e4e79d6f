import { useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { permissionNames, type Permission } from '../../../contract/permission.ts'
import { errorFor, useAsk } from '../../data/ask.ts'
import { useSession } from '../../data/identity.ts'
import { useText } from '../../texts/texts.ts'
import { DialogEnd } from '../../ui/dialog-end.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/page.tsx'
import { Checkbox, Modal, NativeSelect, TextInput } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'
import { CompanySelect } from '../people/role-select.tsx'

const lives = [7, 30, 90, 365, 0] as const

interface Asked {
  readonly onClose: () => void
  readonly onDone: (made: Outputs['createToken']) => void
}

/** Makes a token, for the company and the permissions that the program needs. */
export function TokenDialog({ onClose, onDone }: Asked) {
  const t = useText('access')
  const {
    name,
    setName,
    permissions,
    setPermissions,
    company,
    setCompany,
    days,
    setDays,
    ...asked
  } = useToken({ onClose, onDone })
  const { create, problem, isAsking } = asked
  const companies = useSession().companies.map(({ company }) => company)
  return (
    <Modal opened onClose={onClose} title={t('tokens.create')} size="lg">
      <Form onSend={create}>
        {problem?.field !== 'name' && <Complaint problem={problem} />}
        <TextInput
          label={t('tokens.name')}
          description={t('tokens.nameHint')}
          required
          data-autofocus
          autoComplete="off"
          maxLength={60}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          {...errorFor(problem, 'name')}
        />
        <Checkbox.Group label={t('tokens.may')} value={permissions} onChange={setPermissions}>
          <Stack>
            {permissionNames.map((one) => (
              <Checkbox key={one} value={one} label={t(`permission.${one}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <CompanySelect value={company} companies={companies} onChange={setCompany} />
        <NativeSelect
          label={t('tokens.lasts')}
          value={String(days)}
          data={lives.map((count) => ({
            value: String(count),
            label: count === 0 ? t('tokens.forever') : t('tokens.days', { count }),
          }))}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        />
        <DialogEnd
          action={t('tokens.create')}
          loading={isAsking}
          disabled={permissions.length === 0}
          onClose={onClose}
        />
      </Form>
    </Modal>
  )
}

function useToken({ onClose, onDone }: Asked) {
  const { ask, problem, isAsking } = useAsk()
  const [name, setName] = useState('')
  const [permissions, setPermissions] = useState<string[]>(['read'])
  const [company, setCompany] = useState('*')
  const [days, setDays] = useState(365)
  const create = async () => {
    const made = await ask('createToken', {
      name,
      permissions: permissions as Permission[],
      company: company === '*' ? null : company,
      days: days === 0 ? null : days,
    })
    if (!made) return
    onDone(made)
    onClose()
  }
  const fields = { name, setName, permissions, setPermissions, company, setCompany, days, setDays }
  return { ...fields, create, problem, isAsking }
}
