import { Link } from '@tanstack/react-router'
import type { LiveState } from '../data/live.ts'
import { useCompany } from '../data/session.ts'
import { CameraButton } from '../scan/camera/camera-button.tsx'
import { useText } from '../texts/texts.ts'
import { UniversalBox } from './universal-box.tsx'
import { LiveIndicator } from './live-indicator.tsx'
import { DisplayMenu } from './display-menu.tsx'
import { CompanyMenu } from './company-menu.tsx'
import { OperatorMenu } from './operator-menu.tsx'
import { Mark } from './mark.tsx'
import styles from './top-bar.module.css'

/** The head of every screen: the way home, the box, and who and where one is. */
export function TopBar({ live }: { live: LiveState }) {
  const t = useText('common')
  const company = useCompany()
  return (
    <header className={styles.bar}>
      <Link to="/c/$company" params={{ company }} className={styles.home} aria-label={t('appName')}>
        <Mark />
        <span className={styles.name}>{t('appName')}</span>
      </Link>
      <div className={styles.box}>
        <UniversalBox />
      </div>
      <div className={styles.end}>
        <CameraButton />
        <LiveIndicator state={live} />
        <CompanyMenu />
        <DisplayMenu />
        <OperatorMenu />
      </div>
    </header>
  )
}
