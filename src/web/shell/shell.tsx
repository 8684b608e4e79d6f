import { useParams } from '@tanstack/react-router'
import { Activity, lazy, Suspense, useEffect } from 'react'
import { FeedbackBar } from '../feedback/feedback-bar.tsx'
import { useWaitsMessage } from '../feedback/use-waits-message.ts'
import { useSessionEnded } from '../data/session-end.ts'
import { useLiveChanges } from '../data/live.ts'
import { Live } from '../data/live-context.ts'
import { useClient } from '../data/session.ts'
import { ScanProvider } from '../scan/scan-provider.tsx'
import { loadTexts, useText } from '../texts/texts.ts'
import { BottomBar } from './bottom-bar.tsx'
import { ConnectionRibbon } from './connection-ribbon.tsx'
import { DemoRibbon } from './demo-ribbon.tsx'
import { InShell } from './in-shell.ts'
import { OpenPage } from './open-page.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import styles from './shell.module.css'

const SignInAgain = lazy(async () => {
  await loadTexts('door')
  return { default: (await import('./sign-in-again.tsx')).SignInAgain }
})

/** The pages of a company; while nobody is signed in they wait, as they are, behind the way in. */
export function Shell() {
  const isEnded = useSessionEnded()
  return (
    <>
      <Activity mode={isEnded ? 'hidden' : 'visible'}>
        <SignedIn />
      </Activity>
      {isEnded && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
    </>
  )
}

/** What stands around every page of a company. */
function SignedIn() {
  const t = useText('shell')
  const { company } = useParams({ from: '/c/$company' })
  const live = useLiveChanges(useClient())
  useWaitsMessage()
  useEffect(() => localStorage.setItem('seriatim.company', company), [company])
  return (
    <Live value={live}>
      <ScanProvider>
        <a className={styles.skip} href="#content">
          {t('skip')}
        </a>
        <div className={styles.shell}>
          <TopBar live={live} />
          <div className={styles.ribbons}>
            <ConnectionRibbon />
            <DemoRibbon />
          </div>
          <Rail />
          <main id="content" tabIndex={-1} className={styles.content}>
            <InShell value={true}>
              <OpenPage />
            </InShell>
          </main>
          <BottomBar />
        </div>
        <FeedbackBar />
      </ScanProvider>
    </Live>
  )
}
