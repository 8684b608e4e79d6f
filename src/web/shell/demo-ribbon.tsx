import { Link } from '@tanstack/react-router'
import { FlaskConical } from 'lucide-react'
import { useOwnCompany, useThisCompany } from '../companies/use-companies.ts'
import { useText } from '../texts/texts.ts'
import styles from './ribbon.module.css'

/** Marks a demo company, with the way out. */
export function DemoRibbon() {
  const t = useText('shell')
  const own = useOwnCompany()
  const here = useThisCompany()
  if (!here || here.demo === null) return null
  return (
    <aside className={styles.ribbon} aria-label={t('company.demo')}>
      <p className={styles.words}>
        <FlaskConical aria-hidden />
        <span>
          <strong>{here.name}.</strong> {t('company.demoNote')}
        </span>
      </p>
      <Link to="/c/$company" params={{ company: own }} className={styles.out}>
        {t('company.leaveDemo')}
      </Link>
    </aside>
  )
}
