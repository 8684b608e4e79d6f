import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { FeedbackBar } from '../feedback/feedback-bar.tsx'
import { useLiveChanges } from '../data/live.ts'
import { Live } from '../data/live-context.ts'
import { useClient } from '../data/session.ts'
import { ScanProvider } from '../scan/scan-provider.tsx'
import { useText } from '../texts/texts.ts'
import { BottomBar } from './bottom-bar.tsx'
import { ConnectionRibbon } from './connection-ribbon.tsx'
import { DemoRibbon } from './demo-ribbon.tsx'
import { InShell } from './in-shell.ts'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import styles from './shell.module.css'

/** What stands around every page of a company. */
export function Shell() {
  const t = useText('shell')
  const { company } = useParams({ from: '/c/$company' })
  const live = useLiveChanges(useClient())
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
              <Outlet />
            </InShell>
          </main>
          <BottomBar />
        </div>
        <FeedbackBar />
      </ScanProvider>
    </Live>
  )
}
