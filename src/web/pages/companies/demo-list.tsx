import { useNavigate } from '@tanstack/react-router'
import { Bike, Fish, RotateCcw, Trash2, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { Company } from '../../../client/web-client.ts'
import { DemoProgressBar } from '../../companies/demo-progress.tsx'
import { useOwnCompany } from '../../companies/use-companies.ts'
import { useDemo, type DemoName } from '../../companies/use-demo.ts'
import { useCompany } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'

import styles from './demo-list.module.css'

const pictures: Readonly<Record<DemoName, LucideIcon>> = { bikes: Bike, fish: Fish }

/** The demo companies: entered, begun anew and deleted from here. */
export function DemoList({ companies }: { companies: readonly Company[] }) {
  const t = useText('companies')
  return (
    <Panel title={t('demos')}>
      <p className={styles.about}>{t('demosDetail')}</p>
      <ul className={styles.demos}>
        {(Object.keys(pictures) as DemoName[]).map((demo) => (
          <DemoItem key={demo} demo={demo} made={companies.find((one) => one.demo === demo)} />
        ))}
      </ul>
    </Panel>
  )
}

function DemoItem({ demo, made }: { demo: DemoName; made: Company | undefined }) {
  const t = useText('companies')
  const { enter, remove, progress, problem } = useDemo()
  const Picture = pictures[demo]
  const complaint = problem === undefined ? undefined : { text: problem, field: undefined }
  return (
    <li className={styles.demo}>
      <Picture aria-hidden />
      <div className={styles.words}>
        <h3>{made?.name ?? t(`demo.${demo}`)}</h3>
        <p className={styles.detail}>{t(`demo.${demo}Detail`)}</p>
        <Complaint problem={complaint} />
        {progress ? (
          <DemoProgressBar progress={progress} />
        ) : (
          <div className={styles.actions}>
            <Button
              variant={made ? 'default' : 'filled'}
              onClick={() => void enter(demo)}
              aria-label={`${t(made ? 'demo.goOn' : 'demo.lookAround')}: ${t(`demo.${demo}`)}`}
            >
              {t(made ? 'demo.goOn' : 'demo.lookAround')}
            </Button>
            {made && <WaysOut made={made} remove={() => remove(demo)} enter={() => enter(demo)} />}
          </div>
        )}
      </div>
    </li>
  )
}

/** Begins a demo anew, or deletes it, when that was confirmed. */
function WaysOut({
  made,
  remove,
  enter,
}: {
  made: Company
  remove: () => Promise<boolean>
  enter: () => Promise<void>
}) {
  const t = useText('companies')
  const navigate = useNavigate()
  const here = useCompany()
  const own = useOwnCompany()
  const [asked, setAsked] = useState<'delete' | 'startOver'>()
  const leave = async (): Promise<boolean> => {
    // First out of it: its pages would ask for what is no more.
    if (here === made.company) {
      await navigate({ to: '/c/$company/settings/companies', params: { company: own } })
    }
    return remove()
  }
  const deleteIt = async () => {
    if (await leave()) tell({ kind: 'done', words: t('demo.deleted', { name: made.name }) })
  }
  const startOver = async () => {
    if (await leave()) await enter()
  }
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<RotateCcw aria-hidden />}
        onClick={() => setAsked('startOver')}
      >
        {t('demo.startOver')}
      </Button>
      <Button
        variant="subtle"
        leftSection={<Trash2 aria-hidden />}
        onClick={() => setAsked('delete')}
      >
        {t('demo.delete')}
      </Button>
      {asked && (
        <ConfirmDialog
          title={t(`demo.${asked}Title`, { name: made.name })}
          detail={t(`demo.${asked}Detail`)}
          action={t(`demo.${asked}`)}
          isGrave
          onConfirm={() => void (asked === 'delete' ? deleteIt() : startOver())}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}
