import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Session } from '../../client/web-client.ts'
import { changeSession, loadSession, useSession } from '../data/identity.ts'
import { useClient } from '../data/session.ts'
import { stopWaiting } from '../data/waiting.ts'
import { tell } from '../feedback/feedback.ts'
import { useScan } from '../scan/scan-provider.tsx'
import { useText } from '../texts/texts.ts'
import { problemText } from '../ui/problem-text.ts'
import { useIdleEnd } from './idle-end.ts'
import { OperatorButton } from './operator-button.tsx'
import { whenWanted } from './when-wanted.tsx'

const List = whenWanted(
  'menu',
  OperatorButton,
  async () => (await import('./operator-list.tsx')).OperatorList,
)
const PinDialog = lazy(async () => ({ default: (await import('./pin-dialog.tsx')).PinDialog }))

/** Who works here now: their account, the way out, and the next person's badge. */
export function OperatorMenu() {
  const { station, idleSeconds } = useSession()
  const leave = useLeaving()
  const badge = useBadgeScans()
  useIdleEnd(station === null ? null : idleSeconds, leave)
  return (
    <>
      <List leave={leave} />
      {badge.needsPin !== undefined && (
        <Suspense>
          <PinDialog badge={badge.needsPin} onClose={badge.forget} onDone={badge.welcome} />
        </Suspense>
      )}
    </>
  )
}

/** Signs out, and leads to the door; from there back to this page. */
function useLeaving(): () => Promise<void> {
  const client = useClient()
  const navigate = useNavigate()
  return async () => {
    try {
      await client.call('signOut', {})
      // What waits was this person's, and must not be recorded in the name of the next.
      stopWaiting()
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
  const welcome = (session: Session) => {
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
