import type { ProblemGroup } from '../../client/web-client.ts'
import { useSaid } from '../texts/say.ts'
import { useLanguage, useText } from '../texts/texts.ts'
import { Tag } from '../ui/list.tsx'
import styles from './imports.module.css'

/** Lines of each kind of problem that are named. */
const linesShown = 8

/** Problems of rows, by kind: how many, what is wrong, and on which lines. */
export function ProblemList({
  groups,
  tone,
}: {
  groups: readonly ProblemGroup[]
  tone: 'refused' | 'needs'
}) {
  const t = useText('imports')
  const say = useSaid()
  const language = useLanguage()
  if (groups.length === 0) return null
  const number = new Intl.NumberFormat(language === 'en' ? undefined : language)
  return (
    <ul className={styles.problems}>
      {groups.map(({ code, message, said, count, lines }) => {
        const named = lines.slice(0, linesShown).map(String).join(', ')
        const shown = count > linesShown ? t('problems.andMore', { lines: named }) : named
        return (
          <li key={code}>
            <Tag tone={tone}>
              {t(tone === 'refused' ? 'problems.refused' : 'problems.warned')}{' '}
              {number.format(count)}
            </Tag>
            <span>
              <bdi>{say(said, message)}</bdi>{' '}
              <span className={styles.soft}>
                {t('problems.lines', { count: lines.length, lines: shown })}
              </span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
