import { Link } from '@tanstack/react-router'
import {
  Bike,
  FileSpreadsheet,
  Fish,
  FlaskConical,
  ScanBarcode,
  type LucideIcon,
} from 'lucide-react'
import { DemoProgressBar } from '../../companies/demo-progress.tsx'
import { useOwnCompany } from '../../companies/use-companies.ts'
import { useDemo } from '../../companies/use-demo.ts'
import { useText } from '../../texts/texts.ts'
import { Row } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'
import styles from './first-choice.module.css'

/** How to begin, once there is an owner. */
export function FirstChoice() {
  const t = useText('door')
  const company = useOwnCompany()
  return (
    <ul className={styles.choices}>
      <Choice to={`/c/${company}`} title={t('first.empty')} picture={ScanBarcode}>
        {t('first.emptyDetail')}
      </Choice>
      <Choice to={`/c/${company}/import`} title={t('first.import')} picture={FileSpreadsheet}>
        {t('first.importDetail')}
      </Choice>
      <DemoChoice />
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

/** A company with a year behind it, to try everything in. */
function DemoChoice() {
  const t = useText('door')
  const companies = useText('companies')
  const { enter, progress, problem } = useDemo()
  return (
    <li className={styles.choice} data-plain>
      <FlaskConical aria-hidden />
      <span className={styles.title}>{t('first.demo')}</span>
      <div className={styles.more}>
        <p className={styles.detail}>{t('first.demoDetail')}</p>
        <Complaint
          problem={problem === undefined ? undefined : { text: problem, field: undefined }}
        />
        {progress ? (
          <DemoProgressBar progress={progress} />
        ) : (
          <Row>
            <Button
              variant="default"
              leftSection={<Bike aria-hidden />}
              onClick={() => void enter('bikes')}
            >
              {companies('demo.bikes')}
            </Button>
            <Button
              variant="default"
              leftSection={<Fish aria-hidden />}
              onClick={() => void enter('fish')}
            >
              {companies('demo.fish')}
            </Button>
          </Row>
        )}
      </div>
    </li>
  )
}
