import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { errorFor, useAsk } from '../../data/ask.ts'
import { changeSession } from '../../data/identity.ts'
import { useText } from '../../texts/texts.ts'
import { Form } from '../../ui/form.tsx'
import { Button, TextInput } from '../../ui/parts.ts'
import { Complaint, Door } from '../door/door.tsx'
import { LoginField } from '../door/login-field.tsx'
import { NewPassword } from '../door/new-password.tsx'
import { FirstChoice } from './first-choice.tsx'

/** The first page of all: makes the owner's account by the link that the server printed. */
export function SetUpPage() {
  const t = useText('door')
  const { hash } = useLocation()
  const [isMade, setMade] = useState(false)
  if (isMade) {
    return (
      <Door title={t('first.title')} detail={t('first.detail')} wide>
        <FirstChoice />
      </Door>
    )
  }
  if (hash === '') {
    return (
      <Door title={t('setUp.noLink')} detail={t('setUp.noLinkDetail')}>
        <Link to="/sign-in">{t('setUp.toSignIn')}</Link>
      </Door>
    )
  }
  return (
    <Door title={t('setUp.title')} detail={t('setUp.detail')}>
      <OwnerForm secret={hash} onDone={() => setMade(true)} />
    </Door>
  )
}

function OwnerForm({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useText('door')
  const { ask, problem, isAsking } = useAsk()
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const make = async () => {
    const session = await ask('setUp', { secret, login, name, password })
    if (!session) return
    // The secret is used up; it need not stay in the history of the browser.
    history.replaceState(history.state, '', location.pathname)
    changeSession(session)
    onDone()
  }
  const isShown = ['login', 'name', 'password'].includes(problem?.field ?? '')
  return (
    <Form onSend={make}>
      {!isShown && <Complaint problem={problem} />}
      <TextInput
        label={t('setUp.name')}
        required
        autoComplete="name"
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        {...errorFor(problem, 'name')}
      />
      <LoginField
        label={t('setUp.login')}
        hint={t('setUp.loginHint')}
        isOwn
        value={login}
        onChange={setLogin}
        problem={problem}
      />
      <NewPassword value={password} onChange={setPassword} problem={problem} />
      <Button type="submit" loading={isAsking} fullWidth>
        {t('setUp.submit')}
      </Button>
    </Form>
  )
}
