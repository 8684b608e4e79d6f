import { Link } from '@tanstack/react-router'
import type { Outputs } from '../../../client/web-client.ts'
import { useCompany } from '../../data/session.ts'
import { useSentence } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { UnitLink } from '../../ui/links.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import styles from './latest-panel.module.css'

type Changes = Outputs['listChanges']['changes']

/** What has just happened, by whom, as it happens. */
export function LatestPanel({ changes }: { changes: Changes | undefined }) {
  const t = useText('home')
  return (
    <Panel title={t('latest')} flush>
      {changes === undefined && <LoadingState lines={8} />}
      {changes?.length === 0 && <EmptyState title={t('nothingYet')} />}
      <ChangeList changes={changes ?? []} />
    </Panel>
  )
}

/** Events in words, each with what it happened to. */
const ChangeList = ({ changes }: { changes: Changes }) => (
  <ol className={styles.changes}>
    {changes.map(({ id, change }) => (
      <li key={id} className={styles.change}>
        <ChangeText change={change} />
      </li>
    ))}
  </ol>
)

/** One event: what happened, to what, when and by whom. */
export function ChangeText({ change }: { change: Changes[number]['change'] }) {
  const t = useText('home')
  const say = useSentence()
  const company = useCompany()
  const { time, actor, units, unitCount, subject } = change
  const [unit] = units
  const q = units.length > 1 ? `id:${units.map(({ serial }) => `"${serial}"`).join()}` : ''
  return (
    <>
      <span>{say(change)}</span> {unitCount === 1 && unit && <UnitLink unit={unit} size="s" />}
      {unitCount > 1 && (
        <Link to="/c/$company/find" params={{ company }} search={{ q }}>
          {t('units', { count: unitCount })}
        </Link>
      )}
      {subject && <b>{subject.code}</b>}
      <p className={styles.under}>
        <TimeText time={time} /> · <bdi>{actor}</bdi>
      </p>
    </>
  )
}
