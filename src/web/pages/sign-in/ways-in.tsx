import { KeyRound } from 'lucide-react'
import { useState, type ComponentType, type ReactNode } from 'react'
import type { Session } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useSession } from '../../data/identity.ts'
import { signInWithPasskey } from '../../data/passkey.ts'
import { useClient } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { Form } from '../../ui/form.tsx'
import { Button, PasswordInput, TextInput } from '../../ui/parts.ts'
import { problemText } from '../../ui/problem-text.ts'
import { Aside, Complaint, Or } from '../door/door.tsx'
import { BadgeForm } from './badge-form.tsx'

/** The way in: by a badge at a shared station, else by a password or a passkey. */
export function WaysIn({
  frame: Frame,
  login = '',
  onDone,
}: {
  /** What stands around the way that is chosen. */
  frame: ComponentType<{ title: string; detail?: string; children: ReactNode }>
  /** Who was here before, and may go on. */
  login?: string | undefined
  onDone: (session: Session) => void
}) {
  const t = useText('door')
  const { station, passkeys } = useSession()
  const [byBadge, setByBadge] = useState(station !== null)
  if (byBadge && station) {
    return (
      <Frame title={t('badge.title')} detail={t('badge.detail', { station: station.name })}>
        <BadgeForm onDone={onDone} />
        <Button variant="subtle" onClick={() => setByBadge(false)}>
          {t('badge.password')}
        </Button>
      </Frame>
    )
  }
  return (
    <Frame title={t('signIn.title')}>
      <PasswordForm before={login} onDone={onDone} hasPasskeys={passkeys} />
      {station && (
        <Button variant="subtle" onClick={() => setByBadge(true)}>
          {t('badge.badge')}
        </Button>
      )}
      <Aside>{t('signIn.forgotten')}</Aside>
    </Frame>
  )
}

function PasswordForm({
  before,
  onDone,
  hasPasskeys,
}: {
  before: string
  onDone: (session: Session) => void
  hasPasskeys: boolean
}) {
  const t = useText('door')
  const { login, setLogin, password, setPassword, signIn, passkey, problem, isAsking } = useSignIn(
    before,
    onDone,
  )
  return (
    <Form onSend={signIn}>
      <Complaint problem={problem} />
      <TextInput
        label={t('signIn.login')}
        required
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        onChange={({ currentTarget }) => setLogin(currentTarget.value)}
      />
      <PasswordInput
        label={t('signIn.password')}
        required
        autoComplete="current-password"
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <Button type="submit" loading={isAsking} fullWidth>
        {t('signIn.submit')}
      </Button>
      {hasPasskeys && (
        <>
          <Or>{t('signIn.or')}</Or>
          <Button
            variant="default"
            fullWidth
            leftSection={<KeyRound aria-hidden />}
            onClick={() => void passkey()}
          >
            {t('signIn.passkey')}
          </Button>
        </>
      )}
    </Form>
  )
}

function useSignIn(before: string, onDone: (session: Session) => void) {
  const t = useText('door')
  const client = useClient()
  const { ask, problem, setProblem, isAsking } = useAsk()
  const [login, setLogin] = useState(before)
  const [password, setPassword] = useState('')
  const signIn = async () => {
    const session = await ask('signIn', { login, password })
    if (session) onDone(session)
  }
  const passkey = async () => {
    setProblem(undefined)
    try {
      const session = await signInWithPasskey(client)
      if (session) onDone(session)
      else setProblem({ text: t('signIn.cancelled'), field: undefined })
    } catch (error) {
      setProblem({ text: problemText(error), field: undefined })
    }
  }
  return { login, setLogin, password, setPassword, signIn, passkey, problem, isAsking }
}
