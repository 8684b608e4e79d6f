import { Link, useNavigate } from '@tanstack/react-router'
import { CircleUserRound, IdCard, LogOut } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../data/ask.ts'
import { changeSession, loadSession, useSession } from '../data/identity.ts'
import { useClient, useCompany } from '../data/session.ts'
import { tell } from '../feedback/feedback.ts'
import { useScan } from '../scan/scan-provider.tsx'
import { useText } from '../texts/texts.ts'
import { Form } from '../ui/form.tsx'
import { Row } from '../ui/page.tsx'
import { Button, Menu, Modal, PasswordInput } from '../ui/parts.ts'
import { problemText } from '../ui/problem-text.ts'
import { useIdleEnd } from './idle-end.ts'
import styles from './operator-menu.module.css'

/** Who works here now: their account, the way out, and the next person's badge. */
export function OperatorMenu() {
  const t = useText('shell')
  const company = useCompany()
  const { person, station, idleSeconds } = useSession()
  const leave = useLeaving()
  const badge = useBadgeScans()
  useIdleEnd(station === null ? null : idleSeconds, leave)
  const name = person?.name ?? ''
  return (
    <>
      <Menu position="bottom-end" width={260} classNames={{ item: styles.item! }}>
        <Menu.Target>
          <button type="button" className={styles.button} data-initials={initialsOf(name)}>
            <span className={styles.name}>{name}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{station ? `${name} · ${station.name}` : name}</Menu.Label>
          <Menu.Item
            component={Link}
            to="/c/$company/settings/account"
            params={{ company } as never}
            leftSection={<CircleUserRound aria-hidden />}
          >
            {t('operator.account')}
          </Menu.Item>
          {station && (
            <Menu.Item leftSection={<IdCard aria-hidden />} onClick={() => void leave()}>
              {t('operator.switch')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<LogOut aria-hidden />} onClick={() => void leave()}>
            {t('operator.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {badge.needsPin !== undefined && (
        <PinDialog badge={badge.needsPin} onClose={badge.forget} onDone={badge.welcome} />
      )}
    </>
  )
}

const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const [first = '?', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase()
}

/** Signs out, and leads to the door; from there back to this page. */
function useLeaving(): () => Promise<void> {
  const client = useClient()
  const navigate = useNavigate()
  return async () => {
    try {
      await client.call('signOut', {})
      const to = location.pathname + location.search
      changeSession(await client.call('whoAmI', {}))
      await navigate({ to: '/sign-in', search: { to } })
    } catch (error) {
      tell({ kind: 'refused', words: problemText(error) })
    }
  }
}

/** A badge that is scanned on any page changes who works here. */
function useBadgeScans() {
  const t = useText('shell')
  const client = useClient()
  const [needsPin, setNeedsPin] = useState<string>()
  const welcome = (session: Awaited<ReturnType<typeof loadSession>>) => {
    setNeedsPin(undefined)
    changeSession(session)
    tell({ kind: 'done', words: t('operator.now', { name: session.person?.name ?? '' }) })
  }
  useScan(async ({ code, meaning }) => {
    if (meaning.candidates[0]?.kind !== 'person') return false
    const { station } = await loadSession()
    if (!station) {
      tell({ kind: 'needs', words: t('operator.noStation') })
      return true
    }
    try {
      const answer = await client.call('changeOperator', { badge: code })
      if (answer.needsPin) setNeedsPin(code)
      else welcome(answer.session)
    } catch (error) {
      tell({ kind: 'refused', words: problemText(error) })
    }
    return true
  })
  return { needsPin, welcome, forget: () => setNeedsPin(undefined) }
}

function PinDialog({
  badge,
  onClose,
  onDone,
}: {
  badge: string
  onClose: () => void
  onDone: (session: Awaited<ReturnType<typeof loadSession>>) => void
}) {
  const t = useText('shell')
  const { ask, problem, isAsking } = useAsk()
  const [pin, setPin] = useState('')
  const enter = async () => {
    const answer = await ask('changeOperator', { badge, pin })
    if (answer && !answer.needsPin) onDone(answer.session)
    else setPin('')
  }
  return (
    <Modal opened onClose={onClose} title={t('operator.pinTitle')}>
      <Form onSend={enter}>
        <PasswordInput
          label={t('operator.pin')}
          required
          data-autofocus
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={pin}
          onChange={({ currentTarget }) => setPin(currentTarget.value)}
          {...(problem && { error: problem.text })}
        />
        <Row end>
          <Button type="submit" loading={isAsking}>
            {t('operator.goOn')}
          </Button>
        </Row>
      </Form>
    </Modal>
  )
}
