import { Link } from '@tanstack/react-router'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { timeZoneOffset } from '../../subjects/searches.ts'
import { useText } from '../../texts/texts.ts'
import styles from './today-panel.module.css'

const works = ['received', 'made', 'moved', 'shipped'] as const

/** How much was done today. */
export function TodayPanel() {
  const t = useText('home')
  return (
    <section aria-label={t('today')}>
      <ul className={styles.works}>
        {works.map((work) => (
          <li key={work}>
            <Done work={work} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Done({ work }: { work: (typeof works)[number] }) {
  const t = useText('home')
  const company = useCompany()
  const query = `${work}:today`
  const asked = { query, timeZoneOffsetMinutes: timeZoneOffset() }
  const { data } = useOperation('countUnits', asked, { keepsFormer: true })
  return (
    <Link to="/c/$company/find" params={{ company }} search={{ q: query }} className={styles.work}>
      <span className={styles.number}>{data ? t('number', { count: data.total }) : '…'}</span>
      <span>{t(`works.${work}`)}</span>
    </Link>
  )
}
