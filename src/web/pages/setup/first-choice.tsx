import { Link } from '@tanstack/react-router'
import { FileSpreadsheet, ScanBarcode, type LucideIcon } from 'lucide-react'
import { useText } from '../../texts/texts.ts'
import styles from './first-choice.module.css'

/** How to begin, once there is an owner. */
export function FirstChoice() {
  const t = useText('door')
  return (
    <ul className={styles.choices}>
      <Choice to="/c/main" title={t('first.empty')} picture={ScanBarcode}>
        {t('first.emptyDetail')}
      </Choice>
      <Choice to="/c/main/import" title={t('first.import')} picture={FileSpreadsheet}>
        {t('first.importDetail')}
      </Choice>
    </ul>
  )
}

function Choice({
  to,
  title,
  picture: Picture,
  children,
}: {
  to: string
  title: string
  picture: LucideIcon
  children: string
}) {
  return (
    <li>
      <Link to={to as never} className={styles.choice}>
        <Picture aria-hidden />
        <span className={styles.title}>{title}</span>
        <span className={styles.detail}>{children}</span>
      </Link>
    </li>
  )
}
