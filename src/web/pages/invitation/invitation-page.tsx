import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { changeSession } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useText } from '../../texts/texts.ts'
import { Form } from '../../ui/form.tsx'
import { Button, TextInput } from '../../ui/parts.ts'
import { problemOf, problemText } from '../../ui/problem-text.ts'
import { LoadingState } from '../../ui/states.tsx'
import { Complaint, Door } from '../door/door.tsx'
import { NewPassword } from '../door/new-password.tsx'

/** Where a person chooses a password by the link of an invitation, or a new one. */
export function InvitationPage() {
  const t = useText('door')
  const { hash } = useLocation()
  const [secret] = useState(hash)
  const shown = useOperation('showLink', { secret }, { enabled: secret !== '' })
  if (secret === '' || shown.error) {
    // A secret that cannot be one was cut off on its way.
    const isCut = secret === '' || problemOf(shown.error)?.type === 'input_invalid'
    const detail = isCut ? t('invitation.noLinkDetail') : problemText(shown.error)
    return <Door title={t('invitation.noLink')} detail={detail} />
  }
  if (!shown.data?.person) {
    return (
      <Door title={t('signIn.title')}>
        <LoadingState />
      </Door>
    )
  }
  const { kind, person } = shown.data
  return (
    <Door
      title={t(kind === 'reset' ? 'invitation.resetTitle' : 'invitation.title', person)}
      detail={t('invitation.detail', person)}
    >
      <PasswordForm secret={secret} kind={kind} person={person} />
    </Door>
  )
}

function PasswordForm({
  secret,
  kind,
  person,
}: {
  secret: string
  kind: Outputs['showLink']['kind']
  person: { readonly login: string; readonly name: string }
}) {
  const t = useText('door')
  const navigate = useNavigate()
  const { ask, problem, isAsking } = useAsk()
  const [name, setName] = useState(person.name)
  const [password, setPassword] = useState('')
  const accept = async () => {
    const session = await ask('acceptLink', { secret, password, name })
    if (!session) return
    history.replaceState(history.state, '', location.pathname)
    changeSession(session)
    await navigate({ to: '/' })
  }
  return (
    <Form onSend={accept}>
      {problem?.field !== 'password' && <Complaint problem={problem} />}
      {kind === 'invitation' && (
        <TextInput
          label={t('invitation.name')}
          required
          autoComplete="name"
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
      )}
      {/* Tells the browser's password manager whose password it is. */}
      <input type="hidden" autoComplete="username" value={person.login} readOnly />
      <NewPassword value={password} onChange={setPassword} problem={problem} />
      <Button type="submit" loading={isAsking} fullWidth>
        {t('invitation.submit')}
      </Button>
    </Form>
  )
}
