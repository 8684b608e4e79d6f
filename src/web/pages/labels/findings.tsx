import type { Outputs } from '../../../client/web-client.ts'
import { useSaid } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './labels.module.css'
import { useFoundElement } from './template-words.ts'

type Finding = Outputs['previewLabel']['findings'][number]

/** Numbers of the elements that have an error; a finding names one as `3 (code)`. */
export const faultyIn = (findings: readonly Finding[]): ReadonlySet<number> =>
  new Set(
    findings
      .filter(({ level, element }) => level === 'error' && element !== null)
      .map(({ element }) => Number.parseInt(element!, 10)),
  )

/** What the checks of a label say, or that it is good. */
export function Findings({
  findings,
  dpi,
}: {
  findings: readonly Finding[] | undefined
  dpi: number
}) {
  const t = useText('labels')
  if (!findings) return null
  return (
    <Panel title={t('designer.checks')}>
      {findings.length === 0 ? (
        <p>{t('designer.good', { dpi })}</p>
      ) : (
        <FindingList findings={findings} />
      )}
    </Panel>
  )
}

/** What is wrong with a label, or could be better. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const say = useSaid()
  const nameOf = useFoundElement()
  return (
    <ul className={styles.findings} aria-live="polite">
      {findings.map(({ level, element, message, said }, index) => (
        <li key={index} data-level={level}>
          {element !== null && <strong>{nameOf(element)}</strong>}
          {say(said, message)}
        </li>
      ))}
    </ul>
  )
}
