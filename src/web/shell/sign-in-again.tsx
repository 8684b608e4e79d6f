import { useRouter } from '@tanstack/react-router'
import { useEffect, useEffectEvent, type ComponentProps } from 'react'
import type { Session } from '../../client/web-client.ts'
import { askSession, changeSession, resumeSession, useSession } from '../data/identity.ts'
import { stopWaiting } from '../data/waiting.ts'
import { Door } from '../pages/door/door.tsx'
import { WaysIn } from '../pages/sign-in/ways-in.tsx'
import { useText } from '../texts/texts.ts'
import styles from './sign-in-again.module.css'

/**
 * The way back in over a page whose session has ended. The same person goes on where they were;
 * for another one everything begins anew.
 */
export function SignInAgain() {
  const router = useRouter()
  const { person } = useSession()
  const enter = (entered: Session) => {
    if (entered.person?.id === person?.id) {
      void resumeSession(entered)
      // Whoever may no longer be here is led to where they may.
      void router.invalidate()
      return
    }
    stopWaiting()
    changeSession(entered)
    location.reload()
  }
  useOtherTab(enter)
  return (
    <div className={styles.cover}>
      <WaysIn frame={Frame} login={person?.login} onDone={enter} />
    </div>
  )
}

const Frame = (properties: ComponentProps<typeof Door>) => {
  const t = useText('door')
  return <Door detail={t('again')} {...properties} />
}

/** Notices that somebody signed in in another tab of the browser. */
function useOtherTab(enter: (session: Session) => void): void {
  const look = useEffectEvent(async () => {
    const session = await askSession().catch(() => undefined)
    if (session?.as === 'person') enter(session)
  })
  useEffect(() => {
    const onFocus = () => void look()
    window.addEventListener('focus', onFocus)
    return () => window.removeEventListener('focus', onFocus)
  }, [])
}
