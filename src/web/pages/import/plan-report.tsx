import { Link } from '@tanstack/react-router'
import { useCompany } from '../../data/session.ts'
import { CountList } from '../../imports/count-list.tsx'
import styles from '../../imports/imports.module.css'
import { ProblemList } from '../../imports/problem-list.tsx'
import type { Plan, PlanQuestion, Tried } from '../../imports/use-plan.ts'
import { useSaid } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { Button, Progress, Switch } from '../../ui/parts.ts'
import { ErrorState } from '../../ui/states.tsx'

/** What would happen, and the button that lets it happen. */
export function PlanReport({
  tried: { plan, progress, error, isTrying, tryAgain },
  question,
  isLoading,
  onChange,
  onLoad,
}: {
  tried: Tried
  question: PlanQuestion
  isLoading: boolean
  onChange: (more: Partial<PlanQuestion>) => void
  onLoad: () => void
}) {
  const t = useText('imports')
  const company = useCompany()
  const rows = plan ? plan.counts.rows - plan.counts.refused : 0
  const isReady = plan !== undefined && !isTrying && error === undefined
  return (
    <Panel title={t('plan.title')}>
      {isTrying && <Trying progress={progress} />}
      {error !== undefined && !isTrying && <ErrorState error={error} retry={tryAgain} />}
      {isReady && <Report plan={plan} question={question} onChange={onChange} />}
      <div className={styles.actions}>
        <Button
          size="md"
          loading={isLoading}
          disabled={!isReady || rows === 0 || plan.missing.length > 0}
          onClick={onLoad}
        >
          {isReady && rows === 0 ? t('plan.nothing') : t('plan.load', { count: rows })}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link {...props} to="/c/$company/import" params={{ company }} search={{}} />
          )}
        >
          {t('plan.other')}
        </Button>
      </div>
    </Panel>
  )
}

function Trying({ progress }: { progress: Tried['progress'] }) {
  const t = useText('imports')
  const { bytesRead = 0, bytesTotal = null, rows = 0 } = progress ?? {}
  return (
    <div role="status">
      <Progress
        value={bytesTotal === null ? 0 : (bytesRead / bytesTotal) * 100}
        aria-label={t('plan.trying')}
        size="lg"
      />
      <p className={styles.soft}>
        {t('plan.trying')} · {t('plan.rows', { count: rows })}
      </p>
    </div>
  )
}

/** Codes of what is refused or warned of, and can be had all the same. */
const choices = { unit_elsewhere: 'moveKnown', stock_again: 'again' } as const

function Report({
  plan,
  question,
  onChange,
}: {
  plan: Plan
  question: PlanQuestion
  onChange: (more: Partial<PlanQuestion>) => void
}) {
  const t = useText('imports')
  const say = useSaid()
  const format = plan.format.toUpperCase()
  const codes = new Set([...plan.refusals, ...plan.warnings].map(({ code }) => code))
  const offered = Object.entries(choices).filter(
    ([code, choice]) => codes.has(code) || question[choice] === true,
  )
  return (
    <>
      <p className={styles.soft}>
        {plan.template === null
          ? t('plan.format', { format })
          : t('plan.of', { format, template: plan.template })}{' '}
        · {t('plan.rows', { count: plan.counts.rows })}
      </p>
      <CountList counts={plan.counts} />
      {plan.missing.length > 0 && (
        <div className={styles.missing} role="alert">
          <strong>{t('plan.missing')}</strong>
          {plan.missing.map((sentence, index) => (
            <p key={sentence}>{say(plan.missingSaid[index], sentence)}</p>
          ))}
        </div>
      )}
      {offered.map(([, choice]) => (
        <Switch
          key={choice}
          label={t(`columns.${choice}`)}
          checked={question[choice] === true}
          onChange={({ currentTarget }) => onChange({ [choice]: currentTarget.checked })}
        />
      ))}
      <ProblemList groups={plan.refusals} tone="refused" />
      <ProblemList groups={plan.warnings} tone="needs" />
    </>
  )
}
